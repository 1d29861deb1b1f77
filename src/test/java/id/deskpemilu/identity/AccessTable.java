package id.deskpemilu.identity;

import static id.deskpemilu.identity.AccessTable.Where.ANYWHERE;
import static id.deskpemilu.identity.AccessTable.Where.OWN_REGION;
import static id.deskpemilu.identity.AccessTable.Where.OWN_ROWS;
import static id.deskpemilu.identity.Role.ADMIN;
import static id.deskpemilu.identity.Role.AUDITOR;
import static id.deskpemilu.identity.Role.COORDINATOR;
import static id.deskpemilu.identity.Role.OPERATOR;
import static id.deskpemilu.identity.Role.SENDER;
import static id.deskpemilu.identity.Role.SUPERVISOR;
import static id.deskpemilu.identity.Role.VERIFIER;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Who may ask what, and where: one row per endpoint. Tests ask it of the running desk, and it is a document. */
final class AccessTable {

    /** Where a role counts. */
    enum Where {
        /** Only for what lies in a region of the person's own. */
        OWN_REGION("own region"),
        /** Everywhere, and the answer holds or changes only what lies in the person's own regions. */
        OWN_ROWS("own rows only"),
        /** Everywhere: nothing in it belongs to a region. */
        ANYWHERE("anywhere");

        private final String words;

        Where(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /**
     * An endpoint.
     *
     * @param method the HTTP method
     * @param path the path with its variables
     * @param who the roles that may
     * @param where where they may
     * @param open whether nobody needs to sign in
     */
    record Row(String method, String path, Set<Role> who, Where where, boolean open) {

        String key() {
            return method + " " + path;
        }

        boolean isApi() {
            return path.startsWith("/api/");
        }
    }

    private static final String API = "/api/v1/elections";
    private static final String CONTEST = API + "/{election}/contests/{contest}";
    private static final String REPORT = CONTEST + "/reports/{tps}";
    private static final String PAGE = "/reports/{election}/{contest}/{tps}";
    private static final String ESCALATION = API + "/{election}/escalations/{id}";
    private static final String RECEIVED_API = "/api/v1/received-letters/{received}";
    private static final String RECEIVED = "/received/{received}";
    private static final String TRANSFERS = "/letters/{letter}/transfers";
    private static final String LETTERS = API + "/{election}/letters";
    private static final String ELECTION_PAGE = "/admin/elections/{election}";

    private static final List<Row> ROWS = new ArrayList<>();

    static {
        // the API
        all("GET", API, ANYWHERE);
        all("GET", API + "/{election}", ANYWHERE);
        row("POST", API, ANYWHERE, ADMIN);
        row("POST", API + "/{election}/phase", OWN_REGION, ADMIN);
        row("POST", API + "/{election}/imports", OWN_ROWS, ADMIN);
        row("PUT", CONTEST, OWN_REGION, ADMIN);
        row("POST", CONTEST + "/open", OWN_REGION, ADMIN);
        row("POST", CONTEST + "/close", OWN_REGION, ADMIN);
        row("POST", CONTEST + "/rounds", OWN_REGION, ADMIN);
        all("GET", CONTEST + "/rounds", ANYWHERE);
        row("POST", API + "/{election}/recap/recount", OWN_REGION, ADMIN);
        row("POST", API + "/{election}/recap/rebuild", OWN_REGION, ADMIN);
        all("GET", CONTEST + "/progress", OWN_REGION);
        all("GET", CONTEST + "/recap", OWN_REGION);
        all("GET", CONTEST + "/recap/candidates", OWN_REGION);
        all("GET", CONTEST + "/corrections", OWN_REGION);
        all("GET", CONTEST + "/reports", OWN_ROWS);
        all("GET", REPORT, OWN_REGION);
        all("GET", REPORT + "/rounds", OWN_REGION);
        row("POST", REPORT + "/submission", OWN_REGION, OPERATOR, COORDINATOR, SUPERVISOR);
        row("POST", REPORT + "/claim", OWN_REGION, VERIFIER);
        row("DELETE", REPORT + "/claim", OWN_REGION, VERIFIER);
        row("POST", REPORT + "/approval", OWN_REGION, VERIFIER);
        row("POST", REPORT + "/corrections", OWN_REGION, VERIFIER);
        // besides the operator, who entered this very report in the operator's place
        row("POST", REPORT + "/corrections/{number}/confirmation", OWN_REGION, OPERATOR);
        row("POST", REPORT + "/corrections/{number}/application", OWN_REGION, VERIFIER);
        row("POST", REPORT + "/blind-check", OWN_REGION, VERIFIER);
        row("POST", REPORT + "/corrections/{number}/decision", OWN_REGION, SUPERVISOR);
        row("POST", REPORT + "/reopening", OWN_REGION, VERIFIER);
        row("POST", REPORT + "/reopening/decision", OWN_REGION, SUPERVISOR);
        row("POST", REPORT + "/reopening/close", OWN_REGION, VERIFIER);
        photos(REPORT + "/photos");
        all("GET", REPORT + "/comments", OWN_REGION);
        row("POST", REPORT + "/comments", OWN_REGION, OPERATOR, VERIFIER, COORDINATOR, SUPERVISOR);
        all("GET", "/api/v1/messages", OWN_ROWS);
        row("GET", "/api/v1/inbox", OWN_ROWS, OPERATOR, VERIFIER, SUPERVISOR, AUDITOR);

        all("GET", "/api/v1/regions/{region}/contacts", OWN_REGION);
        row("GET", API + "/{election}/escalations", OWN_ROWS, COORDINATOR, SUPERVISOR);
        row("GET", ESCALATION, OWN_REGION, COORDINATOR, SUPERVISOR);
        acts(ESCALATION);

        // letters of the tier below
        row("PUT", RECEIVED_API, OWN_ROWS, SENDER);
        row("GET", RECEIVED_API, OWN_REGION, SENDER, SUPERVISOR, AUDITOR);
        row("POST", RECEIVED_API + "/withdrawal", OWN_REGION, SENDER);
        row("GET", "/api/v1/senders", OWN_ROWS, ADMIN);
        row("PUT", "/api/v1/senders/{region}", OWN_REGION, ADMIN);
        all("GET", LETTERS, OWN_ROWS);
        row("POST", LETTERS, OWN_REGION, COORDINATOR, SUPERVISOR);
        readers("GET", LETTERS + "/{id}");
        row("PUT", LETTERS + "/{id}/prose", OWN_REGION, COORDINATOR, SUPERVISOR);
        for (String act : List.of("refreeze", "signature", "resend", "withdrawal")) {
            row("POST", LETTERS + "/{id}/" + act, OWN_REGION, COORDINATOR, SUPERVISOR);
        }
        readers("GET", "/api/v1/letters/{id}/file.{kind}");
        all("GET", API + "/{election}/incidents", OWN_ROWS);
        row("POST", API + "/{election}/incidents", OWN_REGION, OPERATOR, COORDINATOR, SUPERVISOR);
        all("GET", API + "/{election}/incidents/{incident}", OWN_REGION);
        // a withdrawal besides only by who entered it, or who looks after the region
        incidentActs(API + "/{election}");
        all("GET", API + "/{election}/openings", OWN_REGION);
        row("POST", API + "/{election}/openings", OWN_REGION, OPERATOR, COORDINATOR, SUPERVISOR);
        row("DELETE", API + "/{election}/openings/{tps}", OWN_REGION, OPERATOR, COORDINATOR, SUPERVISOR);

        open("GET", "/api/v1/check/{letter}");

        // pages
        open("GET", "/");
        open("*", "/error");
        row("GET", "/me", ANYWHERE, Role.values());
        all("GET", "/me/push", ANYWHERE);
        all("POST", "/me/push", ANYWHERE);
        all("DELETE", "/me/push", ANYWHERE);
        open("GET", "/webhooks/whatsapp");
        open("POST", "/webhooks/whatsapp");
        row("GET", "/tasks", OWN_ROWS, OPERATOR);
        row("GET", "/inbox", OWN_ROWS, VERIFIER, SUPERVISOR, AUDITOR);
        row("GET", "/inbox/next", OWN_ROWS, VERIFIER, SUPERVISOR, AUDITOR);
        all("GET", "/progress", OWN_REGION);
        all("GET", "/board/events", OWN_REGION);
        all("GET", "/board/version", OWN_REGION);
        all("GET", "/corrections", OWN_REGION);
        all("GET", "/progress/candidates", OWN_REGION);
        all("GET", "/board", OWN_REGION);
        all("GET", "/board/recap", OWN_REGION);
        row("GET", "/board/walls", OWN_ROWS, SUPERVISOR);
        row("POST", "/board/walls", OWN_REGION, SUPERVISOR);
        row("POST", "/board/walls/{id}/revocation", OWN_REGION, SUPERVISOR);
        open("GET", "/wall/{token}");
        open("GET", "/check");
        open("POST", "/check");
        open("GET", "/check/{letter}");
        all("GET", PAGE, OWN_REGION);
        row("GET", PAGE + "/entry", OWN_REGION, OPERATOR, COORDINATOR, SUPERVISOR);
        row("POST", PAGE + "/entry", OWN_REGION, OPERATOR, COORDINATOR, SUPERVISOR);
        row("PUT", PAGE + "/draft", OWN_REGION, OPERATOR, COORDINATOR, SUPERVISOR);
        row("POST", PAGE + "/submission", OWN_REGION, OPERATOR, COORDINATOR, SUPERVISOR);
        all("GET", PAGE + "/receipt", OWN_REGION);
        row("POST", PAGE + "/claim", OWN_REGION, VERIFIER);
        row("POST", PAGE + "/claim/release", OWN_REGION, VERIFIER);
        row("POST", PAGE + "/claim/takeover", OWN_REGION, VERIFIER);
        row("POST", PAGE + "/approval", OWN_REGION, VERIFIER);
        row("POST", PAGE + "/corrections", OWN_REGION, VERIFIER);
        row("POST", PAGE + "/corrections/{number}/confirmation", OWN_REGION, OPERATOR);
        row("POST", PAGE + "/corrections/{number}/application", OWN_REGION, VERIFIER);
        row("POST", PAGE + "/corrections/{number}/decision", OWN_REGION, SUPERVISOR);
        row("POST", PAGE + "/blind-check", OWN_REGION, VERIFIER);
        row("POST", PAGE + "/reopening", OWN_REGION, VERIFIER);
        row("POST", PAGE + "/reopening/decision", OWN_REGION, SUPERVISOR);
        row("POST", PAGE + "/reopening/close", OWN_REGION, VERIFIER);
        photos(PAGE + "/photos");

        row("POST", PAGE + "/comments", OWN_REGION, OPERATOR, VERIFIER, COORDINATOR, SUPERVISOR);
        row("POST", PAGE + "/comments/settled", OWN_REGION, VERIFIER, COORDINATOR, SUPERVISOR);
        all("GET", "/models/{model}.svg", ANYWHERE);
        all("GET", "/messages", OWN_ROWS);
        all("POST", "/messages/read", OWN_ROWS);
        all("POST", "/messages/{message}/read", OWN_ROWS);
        row("GET", "/messages/broadcasts", OWN_ROWS, COORDINATOR, SUPERVISOR, AUDITOR);
        row("GET", "/messages/broadcasts/new", OWN_ROWS, COORDINATOR, SUPERVISOR);
        row("POST", "/messages/broadcasts/preview", OWN_REGION, COORDINATOR, SUPERVISOR);
        row("POST", "/messages/broadcasts", OWN_REGION, COORDINATOR, SUPERVISOR);
        row("GET", "/messages/broadcasts/{broadcast}", OWN_REGION, COORDINATOR, SUPERVISOR, AUDITOR);
        row("GET", "/calls", OWN_REGION, COORDINATOR, SUPERVISOR);
        row("POST", "/calls", OWN_REGION, COORDINATOR, SUPERVISOR);
        row("GET", "/escalations", OWN_ROWS, COORDINATOR, SUPERVISOR);
        row("GET", "/escalations/{id}", OWN_REGION, COORDINATOR, SUPERVISOR);
        acts("/escalations/{id}");

        // letters upwards, and those of the tier below
        readers("GET", TRANSFERS);
        row("POST", TRANSFERS + "/{receiver}/handover", OWN_REGION, COORDINATOR, SUPERVISOR);
        readers("GET", TRANSFERS + "/{receiver}/receipt");
        row("POST", TRANSFERS + "/{receiver}/receipt", OWN_REGION, COORDINATOR, SUPERVISOR);
        row("GET", "/received", OWN_ROWS, SUPERVISOR, AUDITOR);
        row("GET", RECEIVED, OWN_REGION, SUPERVISOR, AUDITOR);
        row("GET", RECEIVED + "/file", OWN_REGION, SUPERVISOR, AUDITOR);
        row("GET", RECEIVED + "/receipt", OWN_REGION, SUPERVISOR, AUDITOR);
        row("POST", RECEIVED + "/review", OWN_REGION, SUPERVISOR);
        // letters: about a kecamatan also by its coordinator, about more only by supervisors; read by who may see its
        // figures
        all("GET", "/letters", OWN_ROWS);
        row("POST", "/letters", OWN_REGION, COORDINATOR, SUPERVISOR);
        readers("GET", "/letters/{id}");
        readers("GET", "/letters/{id}/preview");
        readers("GET", "/letters/{id}/pages/{number}.png");
        readers("GET", "/letters/{id}/file.{kind}");
        row("GET", "/letters/{id}/sign", OWN_REGION, COORDINATOR, SUPERVISOR);
        for (String act : List.of("prose", "refreeze", "sign", "resend", "withdrawal")) {
            row("POST", "/letters/{id}/" + act, OWN_REGION, COORDINATOR, SUPERVISOR);
        }
        all("GET", "/login/other", ANYWHERE);
        all("GET", "/login/old", ANYWHERE);
        all("GET", "/incidents", OWN_ROWS);
        row("GET", "/incidents/new", OWN_ROWS, OPERATOR, COORDINATOR, SUPERVISOR);
        row("POST", "/incidents", OWN_REGION, OPERATOR, COORDINATOR, SUPERVISOR);
        all("GET", "/incidents/{incident}", OWN_REGION);
        incidentActs("");
        all("GET", "/openings", OWN_REGION);
        row("POST", "/openings", OWN_REGION, OPERATOR, COORDINATOR, SUPERVISOR);
        row("POST", "/openings/undo", OWN_REGION, OPERATOR, COORDINATOR, SUPERVISOR);

        // pages of administrators
        row("GET", "/admin", ANYWHERE, ADMIN);
        row("GET", "/admin/elections", ANYWHERE, ADMIN);
        row("POST", "/admin/elections", ANYWHERE, ADMIN);
        row("GET", ELECTION_PAGE, ANYWHERE, ADMIN);
        row("POST", ELECTION_PAGE + "/phase", OWN_REGION, ADMIN);
        row("GET", ELECTION_PAGE + "/contests/{contest}/progress", ANYWHERE, ADMIN);
        row("POST", ELECTION_PAGE + "/contests/{contest}/open", OWN_REGION, ADMIN);
        row("POST", ELECTION_PAGE + "/contests/{contest}/close", OWN_REGION, ADMIN);
        row("GET", ELECTION_PAGE + "/contests/{contest}/rounds", ANYWHERE, ADMIN);
        row("POST", ELECTION_PAGE + "/contests/{contest}/rounds", OWN_REGION, ADMIN);
        row("POST", ELECTION_PAGE + "/contests/{contest}/rounds/preview", OWN_REGION, ADMIN);
        row("GET", ELECTION_PAGE + "/stages", ANYWHERE, ADMIN);
        row("POST", ELECTION_PAGE + "/stages", OWN_REGION, ADMIN);
        row("POST", ELECTION_PAGE + "/clock", OWN_REGION, ADMIN);
        row("GET", ELECTION_PAGE + "/imports", ANYWHERE, ADMIN);
        row("POST", ELECTION_PAGE + "/imports", OWN_ROWS, ADMIN);
        row("GET", ELECTION_PAGE + "/imports/{id}", OWN_ROWS, ADMIN);
        row("POST", ELECTION_PAGE + "/imports/{id}", OWN_ROWS, ADMIN);
        row("GET", "/admin/templates/{kind}.csv", ANYWHERE, ADMIN);
        row("GET", "/admin/maps", OWN_ROWS, ADMIN);
        row("POST", "/admin/maps", OWN_ROWS, ADMIN);
        row("GET", "/admin/maps/{region}", OWN_REGION, ADMIN);
        row("POST", "/admin/maps/{region}/use", OWN_REGION, ADMIN);
        row("POST", "/admin/maps/{region}/deletion", OWN_REGION, ADMIN);
        row("GET", "/admin/senders", OWN_ROWS, ADMIN);
        row("POST", "/admin/senders", OWN_REGION, ADMIN);
        row("GET", "/admin/people", OWN_ROWS, ADMIN);
        row("POST", "/admin/people/{username}/password", OWN_REGION, ADMIN);
        row("POST", "/admin/assignments/{id}/end", OWN_REGION, ADMIN);
        row("POST", "/admin/assignments/{id}/move", OWN_REGION, ADMIN);
    }

    private AccessTable() {}

    /** What is done about somebody who is silent. */
    private static void acts(String escalation) {
        for (String act : List.of("acknowledgement", "snooze", "unreachable", "handover")) {
            row("POST", escalation + "/" + act, OWN_REGION, COORDINATOR, SUPERVISOR);
        }
    }

    /** Whoever may see the figures of a whole kecamatan: all but operators. */
    private static void readers(String method, String path) {
        row(method, path, OWN_REGION, VERIFIER, COORDINATOR, SUPERVISOR, ADMIN, AUDITOR);
    }

    /** What is said about an incident afterwards. */
    private static void incidentActs(String base) {
        row("POST", base + "/incidents/{incident}/follow-ups", OWN_REGION, OPERATOR, COORDINATOR, SUPERVISOR);
        row("POST", base + "/incidents/{incident}/withdrawal", OWN_REGION, OPERATOR, COORDINATOR, SUPERVISOR);
    }

    /** The same for programs and for the script of the page. */
    private static void photos(String path) {
        all("GET", path, OWN_REGION);
        row("POST", path, OWN_REGION, OPERATOR, COORDINATOR, SUPERVISOR);
        all("GET", path + "/{photo}", OWN_REGION);
        all("GET", path + "/{photo}/thumbnail", OWN_REGION);
        row("POST", path + "/{photo}/move", OWN_REGION, VERIFIER, SUPERVISOR);
        row("POST", path + "/{photo}/withdrawal", OWN_REGION, OPERATOR, VERIFIER);
        row("POST", path + "/uploads", OWN_REGION, OPERATOR, COORDINATOR, SUPERVISOR);
        row("GET", path + "/uploads/{upload}", OWN_REGION, OPERATOR, COORDINATOR, SUPERVISOR);
        row("PATCH", path + "/uploads/{upload}", OWN_REGION, OPERATOR, COORDINATOR, SUPERVISOR);
    }

    static List<Row> rows() {
        return List.copyOf(ROWS);
    }

    private static void row(String method, String path, Where where, Role... who) {
        ROWS.add(new Row(method, path, EnumSet.copyOf(Arrays.asList(who)), where, false));
    }

    private static void all(String method, String path, Where where) {
        ROWS.add(new Row(method, path, EnumSet.copyOf(Role.OF_PEOPLE), where, false));
    }

    private static void open(String method, String path) {
        ROWS.add(new Row(method, path, EnumSet.allOf(Role.class), ANYWHERE, true));
    }
}
