import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { useState } from "react";
import { graphql } from "../../gen/gql.ts";
import type { SeatItemFragment } from "../../gen/graphql.ts";
import { labelOf } from "../../ui/labels.ts";
import { TableFrame } from "../../ui/TableFrame.tsx";
import { Time } from "../../ui/Time.tsx";
import { EndMandateForm } from "./EndMandateForm.tsx";
import { ReplaceForm } from "./ReplaceForm.tsx";
import { PersonName } from "./Who.tsx";

export const SEAT_ITEM = graphql(`
  fragment SeatItem on Seat {
    role
    person {
      id
      displayName
      position
      establishment
      email
    }
    academy {
      code
      name
    }
    mandate {
      id
      corps
      degree
      track
      departement
      disciplineCode
      implementsInClass
      startsOn
      endsOn
      version
    }
  }
`);

interface SeatsProps {
  caption: string;
  seats: readonly SeatItemFragment[];
  mayEnd: (seat: SeatItemFragment) => boolean;
  withAcademy?: boolean;
  today: string;
  onDone: () => void;
}

/** Who sits in a group, by role, with the way to write to them and to end a mandate. */
export function Seats({ caption, seats, mayEnd, withAcademy, today, onDone }: SeatsProps) {
  const [acting, setActing] = useState<{ seat: SeatItemFragment; act: "end" | "replace" } | null>(null);
  const actionable = seats.some(mayEnd);
  if (seats.length === 0) return <p>{t`Personne ne siège encore dans ce groupe.`}</p>;
  return (
    <>
      <TableFrame caption={caption}>
        <thead>
          <tr>
            <th scope="col">{t`Rôle`}</th>
            <th scope="col">{t`Personne`}</th>
            {withAcademy && <th scope="col">{t`Académie`}</th>}
            <th scope="col">{t`Précisions`}</th>
            <th scope="col">{t`Jusqu’au`}</th>
            {actionable && <th scope="col">{t`Action`}</th>}
          </tr>
        </thead>
        <tbody>
          {seats.map((seat) => (
            <tr key={seat.mandate.id}>
              <td>{labelOf("Role", seat.role)}</td>
              <th scope="row">
                <PersonName person={seat.person} />
                {seat.person.position && <span className="fr-hint-text">{seat.person.position}</span>}
              </th>
              {withAcademy && <td>{seat.academy?.name ?? t`Ministère`}</td>}
              <td>{detailsOf(seat)}</td>
              <td>{seat.mandate.endsOn ? <Time at={seat.mandate.endsOn} /> : t`Sans terme`}</td>
              {actionable && (
                <td>
                  {mayEnd(seat) && (
                    <>
                      <Button
                        size="small"
                        priority="tertiary"
                        onClick={() => setActing({ seat, act: "replace" })}
                        nativeButtonProps={{ "aria-label": t`Remplacer ${seat.person.displayName}` }}
                      >
                        {t`Remplacer`}
                      </Button>{" "}
                      <Button
                        size="small"
                        priority="tertiary"
                        onClick={() => setActing({ seat, act: "end" })}
                        nativeButtonProps={{ "aria-label": t`Mettre fin au mandat de ${seat.person.displayName}` }}
                      >
                        {t`Mettre fin`}
                      </Button>
                    </>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </TableFrame>
      {acting && (
        <Acting
          key={`${acting.act} ${acting.seat.mandate.id}`}
          {...acting}
          today={today}
          close={() => setActing(null)}
          onDone={onDone}
        />
      )}
    </>
  );
}

interface ActingProps {
  seat: SeatItemFragment;
  act: "end" | "replace";
  today: string;
  close: () => void;
  onDone: () => void;
}

function Acting({ seat, act, today, close, onDone }: ActingProps) {
  const name = seat.person.displayName;
  const role = labelOf("Role", seat.role);
  const common = { mandate: seat.mandate, name, today, close, onDone };
  return (
    <div className="reveal__panel">
      <h3>{act === "end" ? t`Mettre fin au mandat de ${name}, ${role}` : t`Remplacer ${name}, ${role}`}</h3>
      {act === "end" ? <EndMandateForm {...common} /> : <ReplaceForm {...common} academyCode={seat.academy?.code} />}
    </div>
  );
}

const detailsOf = ({ mandate: { corps, degree, track, departement, implementsInClass }, person }: SeatItemFragment) =>
  [
    corps && labelOf("InspectionCorps", corps),
    degree && labelOf("Degree", degree),
    track && degree === "SECOND" && labelOf("Track", track),
    departement && t`département ${departement}`,
    implementsInClass && t`met en œuvre en classe`,
    person.establishment,
  ]
    .filter(Boolean)
    .join(", ") || "–";
