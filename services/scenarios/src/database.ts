import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "./gen/prisma/client.ts";

export type Db = PrismaClient;
export type Tx = Prisma.TransactionClient;

export const openDatabase = (connectionString: string): Db =>
  new PrismaClient({ adapter: new PrismaPg({ connectionString, max: 8 }) });
