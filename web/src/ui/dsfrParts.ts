// DSFR's own scripts for the components that the portal uses, in its order (tools/light-dsfr.ts puts them in the place
// of the whole, which is a third larger). A component that needs another one is listed here.
import "@codegouvfr/react-dsfr/dsfr/core/core.module.min.js";
import "@codegouvfr/react-dsfr/dsfr/scheme/scheme.module.min.js";
import "@codegouvfr/react-dsfr/dsfr/component/button/button.module.min.js";
import "@codegouvfr/react-dsfr/dsfr/component/breadcrumb/breadcrumb.module.min.js";
import "@codegouvfr/react-dsfr/dsfr/component/checkbox/checkbox.module.min.js";
import "@codegouvfr/react-dsfr/dsfr/component/modal/modal.module.min.js";
import "@codegouvfr/react-dsfr/dsfr/component/navigation/navigation.module.min.js";
import "@codegouvfr/react-dsfr/dsfr/component/display/display.module.min.js";
import "@codegouvfr/react-dsfr/dsfr/component/header/header.module.min.js";
import "@codegouvfr/react-dsfr/dsfr/component/table/table.module.min.js";
