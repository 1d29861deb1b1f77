package id.deskpemilu.dispatch;

import id.deskpemilu.dispatch.paper.Signatory;
import id.deskpemilu.dispatch.paper.kit.PaperSize;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the desk lays down for its letters.
 *
 * @param cuts the hours of the day of the election by the clock of each place, each with a {@link LetterKind}
 * @param receiptWithin how long a receipt is waited for before the letter is sent again, by the clock of the election
 * @param freshLogin how long ago the log-in of who signs may be
 * @param numbering how letters are numbered by offices that do not say, see {@link Office}
 * @param agency the second line of the letterhead of offices that are not listed
 * @param foot what stands at the foot of each page
 * @param offices the offices that write letters
 */
@ConfigurationProperties("desk.letters")
public record LetterSettings(
        @DefaultValue({"16:00 FULL", "18:00 FULL", "20:00 FULL"})
        List<String> cuts,

        @DefaultValue("15m") Duration receiptWithin,
        @DefaultValue("5m") Duration freshLogin,
        @DefaultValue("200.2.1/[nomor]/[wilayah]/[tahun]") String numbering,
        @DefaultValue("BADAN KESATUAN BANGSA DAN POLITIK") String agency,
        @DefaultValue Foot foot,
        @DefaultValue List<Office> offices) {

    /**
     * The sentence about the signature at the foot of each page.
     *
     * @param selfMade where the certificate is the desk's own, for rehearsals
     * @param own where it is the agency's
     * @param bsre where BSrE signs
     */
    public record Foot(
            @DefaultValue(
                    "Dokumen ini ditandatangani dengan sertifikat elektronik SIMULASI buatan sistem, yang tidak memiliki kekuatan hukum.")
            String selfMade,

            @DefaultValue("Dokumen ini telah ditandatangani secara elektronik dengan sertifikat elektronik instansi.")
            String own,

            @DefaultValue(
                    "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh Balai Sertifikasi Elektronik (BSrE), Badan Siber dan Sandi Negara (BSSN).")
            String bsre) {}

    /** An hour of the plan. */
    public record Cut(LocalTime at, LetterKind kind) {}

    /**
     * An office that writes letters. What is left out is put together from the names of the regions.
     *
     * @param region its region's code
     * @param paper F4 or A4
     * @param government the first line of its letterhead
     * @param agency the second line
     * @param emblem where the coat of arms lies: a PNG file, or {@code classpath:…}
     * @param address the lines below
     * @param place where letters are dated
     * @param nature Sifat
     * @param addressee the lines after Yth.
     * @param copies tembusan
     * @param basis what letters rest on
     * @param numbering how letters are numbered: [nomor] the running number, [wilayah] the region's code, [tahun] the year,
     *     [bulan] the month in Roman digits
     * @param footer the sentence about the signature, in the place of {@link Foot}'s
     * @param signers who may sign
     */
    public record Office(
            String region,
            @DefaultValue("F4") PaperSize paper,
            @Nullable String government,
            @Nullable String agency,
            @Nullable String emblem,
            @DefaultValue List<String> address,
            @Nullable String place,
            @DefaultValue("Segera") String nature,
            @DefaultValue List<String> addressee,
            @DefaultValue List<String> copies,
            @DefaultValue List<String> basis,
            @Nullable String numbering,
            @Nullable String footer,
            @DefaultValue List<SignerOf> signers) {}

    /**
     * Somebody who may sign for an office.
     *
     * @param username the account
     * @param position the lines of the office, e.g. a.n. BUPATI …
     * @param name with academic titles
     * @param rank pangkat and golongan; left out by those who sign without
     * @param nip likewise
     */
    public record SignerOf(
            String username,
            List<String> position,
            String name,
            @Nullable String rank,
            @Nullable String nip) {

        Signatory signatory() {
            return new Signatory(position, name, rank, nip);
        }
    }

    /** The hours of the plan. */
    public List<Cut> plan() {
        return cuts.stream()
                .map(String::strip)
                .filter(cut -> !cut.isEmpty() && !cut.equals("-"))
                .map(cut -> cut.split("\\s+"))
                .map(cut -> new Cut(LocalTime.parse(cut[0]), LetterKind.valueOf(cut[1])))
                .toList();
    }
}
