import { MeasuredPg } from "@trame/kit/prisma-adapter";
import { type Prisma, PrismaClient } from "./gen/prisma/client.ts";

export type Db = PrismaClient;
export type Tx = Prisma.TransactionClient;

export const openDatabase = (connectionString: string): Db =>
  new PrismaClient({ adapter: new MeasuredPg(connectionString) });
