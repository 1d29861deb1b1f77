package id.deskpemilu.look;

import static id.deskpemilu.look.Samples.EVENING;

import id.deskpemilu.incident.web.IncidentLine;
import id.deskpemilu.incident.web.IncidentPage;
import id.deskpemilu.incident.web.IncidentsPage;
import id.deskpemilu.incident.web.NewIncidentPage;
import id.deskpemilu.incident.web.OpeningsPage;
import id.deskpemilu.look.Samples.Sample;
import id.deskpemilu.shared.web.Choice;
import id.deskpemilu.shared.web.Crumb;
import id.deskpemilu.shared.web.Paging;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pages of incidents and openings, filled with invented data. */
final class IncidentSamples {

    private static final List<String> KINDS = List.of("DISASTER", "LOGISTICS", "SECURITY", "DELAYED_OPENING", "OTHER");

    private IncidentSamples() {}

    static List<Sample> all() {
        return List.of(
                new Sample("incidents", "incident/list", "coordinator", list(true)),
                new Sample("incidents-none", "incident/list", "auditor", list(false)),
                new Sample("incident-new", "incident/new", "operator", form(false, List.of())),
                new Sample(
                        "incident-new-refused",
                        "incident/new",
                        "supervisor",
                        form(
                                true,
                                List.of(
                                        new NewIncidentPage.Problem("kind-DISASTER", "Jenis kejadian belum dipilih."),
                                        new NewIncidentPage.Problem("text", "Tulis apa yang terjadi.")))),
                new Sample(
                        "incident-new-closed",
                        "incident/new",
                        "operator",
                        new NewIncidentPage(
                                null, List.of(), null, List.of(), List.of(), "", "WIB", "", 500, "k", List.of())),
                new Sample("incident", "incident/incident", "operator", incident("OPEN", null)),
                new Sample(
                        "incident-refused",
                        "incident/incident",
                        "coordinator",
                        incident(
                                "SETTLED",
                                new IncidentPage.Refused(
                                        "withdrawal", "Tulis mengapa kejadian ini salah catat.", "", false))),
                new Sample("incident-withdrawn", "incident/incident", "auditor", incident("WITHDRAWN", null)),
                new Sample("openings", "incident/openings", "operator", openings(null)),
                new Sample(
                        "openings-refused",
                        "incident/openings",
                        "coordinator",
                        openings("Jam buka itu belum lewat menurut jam desk.")),
                new Sample(
                        "openings-parts",
                        "incident/openings",
                        "supervisor",
                        new OpeningsPage(
                                "pilkada-2027",
                                "990101",
                                "Sukajaya",
                                List.of(new Crumb("Kabupaten Nusa Jaya", "/openings"), new Crumb("Sukajaya", null)),
                                98,
                                120,
                                List.of(
                                        new OpeningsPage.Part("Sukamaju", "/openings", 12, 12),
                                        new OpeningsPage.Part("Sukamulya", "/openings", 3, 11)),
                                List.of(),
                                "07:00",
                                "WIB",
                                true,
                                null,
                                null,
                                null)),
                new Sample(
                        "openings-none",
                        "incident/openings",
                        "admin",
                        new OpeningsPage(
                                "pilkada-2027",
                                null,
                                null,
                                List.of(),
                                0,
                                0,
                                List.of(),
                                List.of(),
                                "07:00",
                                "WIB",
                                false,
                                null,
                                null,
                                null)));
    }

    private static IncidentLine line(String kind, String state) {
        boolean whole = kind.equals("DISASTER");
        return new IncidentLine(
                "/incidents/1b4e28ba-2fa1-11d2-883f-0016d3cca427",
                kind,
                whole ? "Sukajaya" : "Sukamaju",
                whole ? null : "Sukajaya",
                kind.equals("SECURITY") ? "007" : null,
                EVENING.withHour(8),
                "Air setinggi lutut masuk ke dua TPS; kotak dan surat suara sudah diamankan di balai desa.",
                state.equals("OPEN") ? null : "Dipindah ke balai desa pukul 09.10. Pemungutan suara berjalan lagi.",
                state,
                "Siti Aminah",
                EVENING.withHour(8).withMinute(50),
                state.equals("WITHDRAWN") ? "TPS di desa lain" : null);
    }

    private static IncidentsPage list(boolean some) {
        return new IncidentsPage(
                "pilkada-2027",
                some ? "990101" : null,
                some ? "Sukajaya" : null,
                choices(KINDS, some ? "" : "SECURITY"),
                choices(List.of("OPEN", "SETTLED", "WITHDRAWN"), ""),
                some
                        ? List.of(
                                line("DISASTER", "OPEN"),
                                line("SECURITY", "SETTLED"),
                                line("LOGISTICS", "WITHDRAWN"),
                                line("DELAYED_OPENING", "OPEN"),
                                line("OTHER", "SETTLED"))
                        : List.of(),
                some ? new Paging(1, 5, 5, null, null) : new Paging(0, 0, 0, null, null),
                98,
                120,
                "/openings",
                some ? "/incidents/new?election=pilkada-2027" : null);
    }

    private static NewIncidentPage form(boolean areas, List<NewIncidentPage.Problem> errors) {
        return new NewIncidentPage(
                "pilkada-2027",
                areas
                        ? List.of(
                                new Choice("990101", "Sukajaya", null, true),
                                new Choice("990102", "Sukamakmur", null, false))
                        : List.of(),
                areas ? new Choice("990101", "Sukajaya", null, false) : null,
                List.of(new NewIncidentPage.Group(
                        new Choice("9901012001", "Sukamaju", null, !areas),
                        IntStream.rangeClosed(1, 12)
                                .mapToObj(n ->
                                        new Choice("9901012001%03d".formatted(n), "%03d".formatted(n), null, false))
                                .toList())),
                KINDS.stream().map(kind -> new Choice(kind, null, null, false)).toList(),
                "2027-11-24T08:30",
                "WIB",
                areas ? "" : "Air masuk ke TPS.",
                500,
                "k1",
                errors);
    }

    private static IncidentPage incident(String state, IncidentPage.@Nullable Refused refused) {
        boolean acts = !state.equals("WITHDRAWN");
        return new IncidentPage(
                line("SECURITY", state),
                "/incidents?election=pilkada-2027",
                state.equals("OPEN")
                        ? List.of()
                        : List.of(
                                new IncidentPage.Added("Babinsa sudah di tempat.", false, "Rina Hartati", EVENING),
                                new IncidentPage.Added("", true, "Rina Hartati", EVENING)),
                acts,
                acts,
                "k2",
                500,
                refused,
                state.equals("OPEN") ? "Kejadian tercatat." : null);
    }

    private static OpeningsPage openings(@Nullable String error) {
        return new OpeningsPage(
                "pilkada-2027",
                "9901012001",
                "Sukamaju",
                List.of(new Crumb("Sukajaya", "/openings"), new Crumb("Sukamaju", null)),
                1,
                4,
                List.of(),
                List.of(
                        new OpeningsPage.Line("9901012001001", "001", false, EVENING.withHour(7)),
                        new OpeningsPage.Line("9901012001002", "002", false, null),
                        new OpeningsPage.Line("9901012001003", "003", false, null),
                        new OpeningsPage.Line("9901012001901", "901", true, null)),
                "07:00",
                "WIB",
                true,
                "/incidents/new?election=pilkada-2027&kind=DELAYED_OPENING&place=",
                error,
                error == null ? "1 TPS ditandai sudah buka." : null);
    }

    private static List<Choice> choices(List<String> values, String chosen) {
        return Stream.concat(Stream.of(""), values.stream())
                .map(value -> new Choice(value, null, null, value.equals(chosen)))
                .toList();
    }
}
