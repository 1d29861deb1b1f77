package id.deskpemilu.look;

import id.deskpemilu.dispatch.web.ReceivedLetterPage;
import id.deskpemilu.dispatch.web.ReceivedPage;
import id.deskpemilu.dispatch.web.SendersPage;
import id.deskpemilu.dispatch.web.TransfersPage;
import id.deskpemilu.look.Samples.Sample;
import id.deskpemilu.shared.web.Choice;
import id.deskpemilu.shared.web.Coverage;
import id.deskpemilu.shared.web.Crumb;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pages of letters between desks. */
final class TransferSamples {

    private static final String LETTER = "5f3c1c9e-52a2-4a3e-9d57-0d2a1f3b7c11";

    private TransferSamples() {}

    static List<Sample> all() {
        return List.of(
                new Sample("received", "dispatch/received", "supervisor", received()),
                new Sample(
                        "received-empty",
                        "dispatch/received",
                        "auditor",
                        new ReceivedPage(
                                "pilkada-2027", "Pilkada 2027", List.of(), Samples.EVENING, 0, List.of(), List.of())),
                new Sample("received-letter", "dispatch/received-letter", "supervisor", letter("IN_FORCE", null)),
                new Sample(
                        "received-superseded",
                        "dispatch/received-letter",
                        "supervisor",
                        letter("SUPERSEDED", "Tulis.")),
                new Sample("received-withdrawn", "dispatch/received-letter", "auditor", letter("WITHDRAWN", null)),
                new Sample("senders", "dispatch/senders", "admin", senders(null)),
                new Sample("senders-refused", "dispatch/senders", "admin", senders("Ini bukan sertifikat PEM.")),
                new Sample("transfers", "dispatch/transfers", "supervisor", transfers(null)),
                new Sample("transfers-refused", "dispatch/transfers", "supervisor", transfers("unduh-LETTER")));
    }

    private static ReceivedPage received() {
        return new ReceivedPage(
                "pilkada-2027",
                "Pilkada 2027",
                List.of(
                        new Choice("pilkada-2027", "Pilkada 2027", null, true),
                        new Choice("gladi", "Gladi", null, false)),
                Samples.EVENING,
                2,
                List.of(
                        new ReceivedPage.Row(
                                "99.01", "Kabupaten Nusa Jaya", "Bakesbangpol Nusa Jaya", shown("CHECKED", 12), 3, 0),
                        new ReceivedPage.Row(
                                "99.02",
                                "Kabupaten Nusa Indah",
                                "Bakesbangpol Nusa Indah",
                                shown("QUESTIONED", 190),
                                1,
                                2),
                        new ReceivedPage.Row("99.03", "Kota Samudra", "Kesbangpol Kota Samudra", null, 0, 0),
                        new ReceivedPage.Row("99.04", "Kabupaten Bahari", "Bakesbangpol Bahari", null, 1, 0)),
                List.of(new ReceivedPage.Refused(
                        Samples.EVENING, "Kabupaten Nusa Indah", "Berkas berubah.", LETTER, Samples.SHA)));
    }

    private static ReceivedPage.Shown shown(String review, long minutes) {
        return new ReceivedPage.Shown(
                "/received/" + LETTER,
                "200.2.1/014/99.01/2027",
                "FULL",
                Samples.EVENING.minusMinutes(minutes),
                Samples.EVENING.minusMinutes(minutes - 3),
                minutes,
                1_942,
                1_688,
                86.9,
                "REGISTERED",
                review);
    }

    private static ReceivedLetterPage letter(String standing, @Nullable String error) {
        boolean superseded = standing.equals("SUPERSEDED");
        var other = new ReceivedLetterPage.Other(
                "/received/0", "200.2.1/015/99.01/2027", Samples.EVENING.plusHours(2), "IN_FORCE");
        return new ReceivedLetterPage(
                "/received/" + LETTER,
                List.of(new Crumb("Surat masuk", "/received"), new Crumb("Kabupaten Nusa Jaya", null)),
                "Kabupaten Nusa Jaya",
                "Bakesbangpol Nusa Jaya",
                "200.2.1/014/99.01/2027",
                "FULL",
                Samples.EVENING,
                Samples.EVENING.plusMinutes(4),
                standing,
                superseded ? other : null,
                standing.equals("WITHDRAWN") ? "Salah ketik di Kecamatan Sukajaya" : null,
                "Drs. Ratna Wulandari, M.Si.",
                "REGISTERED",
                Samples.EVENING.plusMinutes(2),
                Samples.SHA,
                Samples.SHA,
                superseded ? "QUESTIONED" : "NONE",
                superseded ? "Mohon jelaskan Kecamatan Sukajaya." : null,
                superseded ? "supervisor" : null,
                superseded ? Samples.EVENING.plusMinutes(9) : null,
                !standing.equals("WITHDRAWN"),
                List.of(new ReceivedLetterPage.Contest(
                        "bupati",
                        List.of(
                                new ReceivedLetterPage.Votes(1, "Ratna Wulandari – Yusuf Hidayat", 30_124, 51.2),
                                new ReceivedLetterPage.Votes(2, "Bambang Prasetyo – Dewi Lestari", 28_712, 48.8)),
                        58_836,
                        1_204,
                        new Coverage(Samples.EVENING, 98, 120, 41.2),
                        List.of(new ReceivedLetterPage.Part("99.01.01", "Sukajaya", 60, 51, 29_400, 611)))),
                superseded ? List.of(other) : List.of(),
                error,
                "",
                null);
    }

    private static SendersPage senders(@Nullable String error) {
        return new SendersPage(
                List.of(
                        new SendersPage.Row(
                                "99.01",
                                "Kabupaten Nusa Jaya",
                                "Bakesbangpol Nusa Jaya",
                                "service-account-desk-9901",
                                Samples.SHA,
                                Samples.SHA,
                                "admin",
                                Samples.EVENING),
                        new SendersPage.Row(
                                "99.02",
                                "Kabupaten Nusa Indah",
                                "Bakesbangpol Nusa Indah",
                                "service-account-desk-9902",
                                null,
                                null,
                                "admin",
                                Samples.EVENING)),
                Samples.SHA,
                error == null ? Map.of() : Map.of("region", "99.03", "certificate", "x"),
                error,
                error == null ? "Pengirim disimpan." : null);
    }

    private static TransfersPage transfers(@Nullable String wrong) {
        return new TransfersPage(
                "/letters/" + LETTER + "/transfers",
                "/letters/" + LETTER,
                List.of(new Crumb("200.2.1/014/99.01/2027", "/letters/" + LETTER), new Crumb("Pengiriman surat", null)),
                "200.2.1/014/99.01/2027",
                "Kabupaten Nusa Jaya",
                true,
                List.of(
                        row("provinsi", "DESK", "RECEIPTED", null),
                        row("kemendagri", "DESK", "REFUSED", "LETTER_SIGNER_UNKNOWN"),
                        row("arsip", "SFTP", "FAILED", "NO_CONNECTION"),
                        row("tembusan", "MAIL", "SENT", null),
                        row("unduh", "DOWNLOAD", "BY_HAND", null)),
                wrong,
                wrong == null ? null : "Tulis kepada siapa.",
                "",
                null);
    }

    private static TransfersPage.Row row(String key, String channel, String state, @Nullable String error) {
        boolean receipted = state.equals("RECEIPTED");
        boolean arrived = receipted || state.equals("SENT");
        return new TransfersPage.Row(
                key,
                "Desk " + key,
                "LETTER",
                channel,
                state,
                arrived ? 1 : 3,
                Samples.EVENING,
                state.equals("FAILED") ? Samples.EVENING.plusMinutes(5) : null,
                error,
                error == null ? null : "Tidak menjawab.",
                arrived ? Samples.EVENING : null,
                receipted ? Samples.EVENING : null,
                null,
                receipted ? "Bakesbangpol Provinsi" : null,
                receipted ? "/letters/" + LETTER + "/transfers/provinsi/receipt" : null);
    }
}
