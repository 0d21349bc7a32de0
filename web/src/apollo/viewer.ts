import { graphql } from "../gen/gql.ts";

/** Who is signed in: read once per page load, shared by the header and the signed-in layout. */
export const VIEWER = graphql(`
  query PortalViewer {
    viewer {
      id
      unreadNotifications
      person {
        id
        displayName
      }
      mandates {
        id
        role
        academy {
          code
          name
        }
        theme {
          id
          title
        }
      }
    }
  }
`);
