package id.deskpemilu.look;

import static id.deskpemilu.look.Samples.EVENING;

import id.deskpemilu.escalation.web.CallsPage;
import id.deskpemilu.escalation.web.EscalationPage;
import id.deskpemilu.escalation.web.EscalationsPage;
import id.deskpemilu.escalation.web.Person;
import id.deskpemilu.escalation.web.StagesPage;
import id.deskpemilu.look.Samples.Sample;
import id.deskpemilu.shared.web.Choice;
import id.deskpemilu.shared.web.Crumb;
import id.deskpemilu.shared.web.Paging;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pages of those who look after a region that is silent, filled with invented data. */
final class PeopleSamples {

    private static final String CHAT = "https://wa.me/628000000001?text=Selamat%20malam.%20Desk%20Pemilu%20mencatat%203"
            + "%20TPS%20di%20Desa%20Sukamaju%2C%20Kec.%20Sukajaya%20belum%20mengirim%20laporan%20C.Hasil.";
    private static final List<Crumb> CRUMBS =
            List.of(new Crumb("Kabupaten Nusa Jaya", "/calls"), new Crumb("Sukajaya", null));
    private static final String BASE = "/escalations/1b4e28ba-2fa1-11d2-883f-0016d3cca427";

    private PeopleSamples() {}

    static List<Sample> all() {
        List<Sample> all = new ArrayList<>();
        all.add(new Sample("calls", "escalation/calls", "supervisor", calls(25)));
        all.add(new Sample(
                "calls-none",
                "escalation/calls",
                "coordinator",
                new CallsPage(
                        "pilkada-2027",
                        "990101",
                        "Sukajaya",
                        List.of(),
                        List.of(),
                        null,
                        0,
                        0,
                        0,
                        List.of(),
                        List.of(),
                        new Paging(0, 0, 0, null, null),
                        0)));
        all.add(new Sample("escalations", "escalation/list", "supervisor", escalations(false)));
        all.add(new Sample("escalations-none", "escalation/list", "coordinator", escalations(true)));
        all.add(new Sample("escalation", "escalation/task", "coordinator", escalation("WAITING", "KECAMATAN", null)));
        all.add(new Sample(
                "escalation-refused",
                "escalation/task",
                "supervisor",
                escalation("WAITING", "KABUPATEN", new EscalationPage.Refused("snooze", "Tulis alasannya.", ""))));
        all.add(new Sample(
                "escalation-snoozed", "escalation/task", "coordinator", escalation("SNOOZED", "KECAMATAN", null)));
        all.add(new Sample(
                "escalation-parked", "escalation/task", "supervisor", escalation("PARKED", "KABUPATEN", null)));
        all.add(new Sample(
                "escalation-ended", "escalation/task", "coordinator", escalation("ENDED", "KECAMATAN", null)));
        all.add(new Sample("stages", "escalation/stages", "admin", stages(true, null)));
        all.add(new Sample("stages-refused", "escalation/stages", "admin", stages(false, "Pukul 15:00 sudah lewat.")));
        return all;
    }

    private static List<Person> people(int n) {
        List<Person> people = new ArrayList<>();
        people.add(new Person("Siti Aminah", null, "0800 100 0001", "tel:+628001000001", CHAT));
        if (n % 3 != 1) {
            people.add(new Person("Joko Susilo", "Sekretaris desa", "0800 000 0002", "tel:+628000000002", CHAT));
        }
        people.add(new Person("Rina Wijaya", "Ketua PPS", "0331 555 123", "tel:+62331555123", null));
        if (n % 4 == 2) {
            people.add(new Person("Operator tanpa nomor", null, null, null, null));
        }
        return people;
    }

    private static CallsPage calls(int rows) {
        String[] names = {"Desa Sukamaju", "Kelurahan Mekarwangi", "Desa Bumi Ayu Selatan", "Desa Tirta"};
        List<CallsPage.Row> villages = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            villages.add(new CallsPage.Row(
                    "99010120%02d".formatted(i + 1),
                    names[i % names.length],
                    "Sukajaya",
                    Math.max(1, 7 - i),
                    i == 0 ? 12 : Math.max(1, 7 - i),
                    i == 3 ? List.of() : people(i),
                    i == 1 ? new CallsPage.Called("Rina Wijaya", EVENING) : null,
                    "/progress?election=pilkada-2027&region=9901012001"));
        }
        return new CallsPage(
                "pilkada-2027",
                "9901",
                "Kabupaten Nusa Jaya",
                CRUMBS,
                List.of(
                        new Choice("/calls?region=990101", "Sukajaya", null, false),
                        new Choice("/calls?region=990102", "Mekarsari", null, false)),
                EVENING.withHour(20).withMinute(0),
                42,
                131,
                1,
                List.of(new Person(
                        "Dewi Lestari", "Kabag tata pemerintahan", "0800 000 0009", "tel:+628000000009", CHAT)),
                villages,
                new Paging(1, rows, 42, null, "/calls?page=1"),
                0);
    }

    private static EscalationsPage escalations(boolean none) {
        String[] states = {"WAITING", "WAITING", "SNOOZED", "PARKED", "WAITING", "ENDED"};
        String[] levels = {"KECAMATAN", "KABUPATEN", "KECAMATAN", "KABUPATEN", "RESPONSIBLE", "KECAMATAN"};
        String[] kinds = {"UNREPORTED", "UNREPORTED", "UNREPORTED", "UNREPORTED", "UNANSWERED", "UNVERIFIED"};
        List<EscalationsPage.Row> rows = new ArrayList<>();
        for (int i = 0; i < (none ? 0 : states.length); i++) {
            rows.add(new EscalationsPage.Row(
                    BASE,
                    kinds[i],
                    i % 2 == 0 ? "bupati" : "gubernur",
                    i == 5 ? "Sukajaya" : "Desa Sukamaju",
                    "Sukajaya",
                    levels[i],
                    states[i],
                    i + 1,
                    i == 3,
                    EVENING.minusMinutes(120 - 10 * i),
                    i == 3 || i == 5 ? null : EVENING.plusMinutes(15),
                    i == 1 ? "Rina Wijaya" : null,
                    i < 2));
        }
        return new EscalationsPage(
                "pilkada-2027",
                none ? 0 : 5,
                List.of(new Choice("", null, null, !none), new Choice("990101", "Sukajaya", null, none)),
                List.of(
                        new Choice("", null, 5L, true),
                        new Choice("RESPONSIBLE", null, 1L, false),
                        new Choice("KECAMATAN", null, 2L, false),
                        new Choice("KABUPATEN", null, 2L, false)),
                List.of(
                        new Choice("", null, 5L, true),
                        new Choice("UNREPORTED", null, 4L, false),
                        new Choice("UNVERIFIED", null, 0L, false),
                        new Choice("UNANSWERED", null, 1L, false)),
                List.of(
                        new Choice("", null, 5L, true),
                        new Choice("WAITING", null, 3L, false),
                        new Choice("SNOOZED", null, 1L, false),
                        new Choice("PARKED", null, 1L, false),
                        new Choice("ENDED", null, 1L, false)),
                none,
                rows,
                new Paging(none ? 0 : 1, rows.size(), rows.size(), null, null),
                "/calls?election=pilkada-2027&region=990101",
                none ? null : "Ditunda.");
    }

    private static EscalationPage escalation(String state, String level, EscalationPage.@Nullable Refused refused) {
        boolean ended = state.equals("ENDED");
        boolean task = state.equals("WAITING");
        return new EscalationPage(
                BASE,
                "UNREPORTED",
                "bupati",
                "pilkada-2027",
                "Desa Sukamaju",
                "Sukajaya",
                level,
                state,
                state.equals("PARKED"),
                3,
                EVENING.minusMinutes(72),
                ended || state.equals("PARKED") ? null : EVENING.plusMinutes(15),
                refused == null ? null : new EscalationPage.Act("Rina Wijaya", EVENING.minusMinutes(4)),
                ended ? EVENING : null,
                ended ? "DONE" : null,
                ended
                        ? List.of()
                        : List.of(
                                new EscalationPage.Silent(
                                        "003",
                                        "Desa Sukamaju",
                                        "AWAITED",
                                        null,
                                        2,
                                        Samples.BASE,
                                        Samples.BASE + "/entry"),
                                new EscalationPage.Silent(
                                        "005",
                                        "Desa Sukamaju",
                                        "AWAITED",
                                        null,
                                        1,
                                        Samples.BASE,
                                        Samples.BASE + "/entry"),
                                new EscalationPage.Silent(
                                        "007",
                                        "Desa Sukamaju",
                                        "CORRECTION_REQUESTED",
                                        EVENING,
                                        0,
                                        Samples.BASE,
                                        null)),
                people(2),
                List.of(
                        new EscalationPage.Told(
                                "Rina Wijaya",
                                "Desa Sukamaju, Sukajaya: 3 laporan belum masuk",
                                EVENING.minusMinutes(12),
                                true,
                                List.of(new EscalationPage.Road("CHAT", "DELIVERED"))),
                        new EscalationPage.Told(
                                "Siti Aminah",
                                "Laporan Desa Sukamaju, Sukajaya belum lengkap",
                                EVENING.minusMinutes(72),
                                false,
                                List.of(
                                        new EscalationPage.Road("CHAT", "GIVEN_UP"),
                                        new EscalationPage.Road("EMAIL", "SENT")))),
                task,
                task
                        ? List.of(
                                new Choice("wulan", "Wulan Paramitasari", null, false),
                                new Choice("bagus", "Bagus Wirayuda", null, false))
                        : List.of(),
                List.of(
                        new EscalationPage.Event("EscalationTold", "", EVENING.minusMinutes(12), "Rina Wijaya"),
                        new EscalationPage.Event(
                                "EscalationSnoozed",
                                "Rina Wijaya",
                                EVENING.minusMinutes(30),
                                "Masih menghitung surat suara bupati."),
                        new EscalationPage.Event("EscalationOpened", "", EVENING.minusMinutes(72), null)),
                ended ? null : "Task_CallResponsible",
                CRUMBS,
                refused,
                null);
    }

    private static StagesPage stages(boolean rehearsal, @Nullable String error) {
        return new StagesPage(
                "Gladi Pilkada 2027",
                "gladi-2027",
                "/admin/elections/gladi-2027",
                List.of(
                        new StagesPage.Row("15:00", false, "REMINDER"),
                        new StagesPage.Row("18:30", false, "KECAMATAN"),
                        new StagesPage.Row("20:00", false, "CUTOFF"),
                        new StagesPage.Row("00:30", true, "KABUPATEN"),
                        new StagesPage.Row("", false, "REMINDER")),
                List.of("REMINDER", "KECAMATAN", "KABUPATEN", "CUTOFF"),
                rehearsal ? new StagesPage.RehearsalClock(EVENING, 60, "", List.of(0, 1, 10, 30, 60, 120, 360)) : null,
                error,
                error == null ? null : "stages",
                error == null ? "Tahap disimpan." : null);
    }
}
