package id.deskpemilu.dispatch;

import id.deskpemilu.dispatch.paper.Letterhead;
import id.deskpemilu.dispatch.paper.Signatory;
import id.deskpemilu.dispatch.paper.kit.PaperSize;
import id.deskpemilu.dispatch.signature.Signer;
import id.deskpemilu.election.Regions;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/** The offices that write letters: their letterheads, numbers and signers, from the settings and the names of the regions. */
@Component
public class Offices {

    private static final List<String> ROMAN =
            List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII");

    private final LetterSettings settings;
    private final Regions regions;
    private final Signer signer;
    private final ResourceLoader files;
    private final Map<String, byte[]> emblems = new ConcurrentHashMap<>();

    Offices(LetterSettings settings, Regions regions, Signer signer, ResourceLoader files) {
        this.settings = settings;
        this.regions = regions;
        this.signer = signer;
        this.files = files;
    }

    /** What stands around the text of the region's letters. */
    public Letterhead head(RegionCode region) {
        LetterSettings.Office office = of(region);
        String own = name(region);
        return new Letterhead(
                office == null ? PaperSize.F4 : office.paper(),
                emblem(office == null ? null : office.emblem()),
                given(office == null ? null : office.government(), government(region)),
                given(office == null ? null : office.agency(), agency(region)),
                office == null ? List.of() : office.address(),
                given(office == null ? null : office.place(), place(own)),
                office == null ? "Segera" : office.nature(),
                office == null || office.addressee().isEmpty() ? addressee(region) : office.addressee(),
                office == null ? List.of() : office.copies(),
                office == null ? List.of() : office.basis(),
                given(office == null ? null : office.footer(), footer()));
    }

    private String footer() {
        return signer.isSelfMade()
                ? settings.foot().selfMade()
                : signer.asksForCredentials()
                        ? settings.foot().bsre()
                        : settings.foot().own();
    }

    /**
     * The number of a letter.
     *
     * @param running the running number of the office in the year
     */
    public String number(RegionCode region, int running, LocalDate date) {
        LetterSettings.Office office = of(region);
        return given(office == null ? null : office.numbering(), settings.numbering())
                .replace("[nomor]", "%03d".formatted(running))
                .replace("[wilayah]", region.dotted())
                .replace("[bulan]", ROMAN.get(date.getMonthValue() - 1))
                .replace("[tahun]", Integer.toString(date.getYear()));
    }

    /** Who would sign a letter of the region: the person if named for the office, else the first who is. */
    public Signatory signatory(RegionCode region, Actor actor) {
        return named(region, actor).orElseGet(() -> {
            LetterSettings.Office office = of(region);
            return office == null || office.signers().isEmpty()
                    ? unnamed(region, actor.name())
                    : office.signers().get(0).signatory();
        });
    }

    /** Who is expected to sign a letter of the region: the first who is named. */
    public Signatory expected(RegionCode region) {
        LetterSettings.Office office = of(region);
        return office == null || office.signers().isEmpty()
                ? unnamed(region, "…")
                : office.signers().get(0).signatory();
    }

    /**
     * Who signs a letter of the region, if it is the person.
     *
     * @throws Refusal {@code SIGNER_NOT_NAMED} if the office names signers and the person is none of them
     */
    public Signatory requireSignatory(RegionCode region, Actor actor) {
        LetterSettings.Office office = of(region);
        if (office != null
                && !office.signers().isEmpty()
                && named(region, actor).isEmpty()) {
            throw Refusal.forbidden(
                    "SIGNER_NOT_NAMED",
                    String.join(
                            ", ",
                            office.signers().stream()
                                    .map(LetterSettings.SignerOf::name)
                                    .toList()));
        }
        return signatory(region, actor);
    }

    private Optional<Signatory> named(RegionCode region, Actor actor) {
        LetterSettings.Office office = of(region);
        return office == null
                ? Optional.empty()
                : office.signers().stream()
                        .filter(signer -> actor.is(signer.username()))
                        .map(LetterSettings.SignerOf::signatory)
                        .findFirst();
    }

    private Signatory unnamed(RegionCode region, String who) {
        String desk = region.level() == RegionCode.Level.DISTRICT
                ? "Koordinator Desk " + prefixed("Kecamatan", name(region))
                : "Supervisor Desk " + name(region);
        return new Signatory(List.of(desk), who, null, null);
    }

    private LetterSettings.@Nullable Office of(RegionCode region) {
        return settings.offices().stream()
                .filter(office -> RegionCode.of(office.region()).equals(region))
                .findFirst()
                .orElse(null);
    }

    private String government(RegionCode region) {
        RegionCode seat = region.level() == RegionCode.Level.DISTRICT ? region.at(RegionCode.Level.REGENCY) : region;
        return "PEMERINTAH " + name(seat).toUpperCase(Locale.ROOT);
    }

    private String agency(RegionCode region) {
        return region.level() == RegionCode.Level.DISTRICT
                ? prefixed("Kecamatan", name(region)).toUpperCase(Locale.ROOT)
                : settings.agency();
    }

    private List<String> addressee(RegionCode region) {
        return switch (region.level()) {
            case DISTRICT -> {
                String regency = name(region.at(RegionCode.Level.REGENCY));
                yield List.of("Kepala Badan Kesatuan Bangsa dan Politik", regency, "di", "Tempat");
            }
            case REGENCY -> {
                String province = name(region.at(RegionCode.Level.PROVINCE));
                yield List.of(
                        "Gubernur " + place(province), "c.q. Kepala Badan Kesatuan Bangsa dan Politik", "di", "Tempat");
            }
            default ->
                List.of(
                        "Menteri Dalam Negeri",
                        "c.q. Direktur Jenderal Politik dan Pemerintahan Umum",
                        "di",
                        "Jakarta");
        };
    }

    private String name(RegionCode region) {
        return regions.find(region).map(found -> full(region, found.name())).orElse(region.dotted());
    }

    /** The name of a region with its kind in front, which lists of regions often leave out or shorten. */
    static String full(RegionCode region, String name) {
        return switch (region.level()) {
            case PROVINCE -> prefixed("Provinsi", name);
            case REGENCY ->
                prefixed(region.isCity() ? "Kota" : "Kabupaten", name.replaceFirst("^(?i:kab)\\.?\\s+", ""));
            default -> name;
        };
    }

    private static String place(String region) {
        return region.replaceFirst("^(?i:Kabupaten|Kota|Kecamatan|Provinsi)\\s+", "");
    }

    private static String prefixed(String word, String name) {
        return name.toLowerCase(Locale.ROOT).startsWith(word.toLowerCase(Locale.ROOT) + " ") ? name : word + " " + name;
    }

    private static String given(@Nullable String own, String standard) {
        return own == null || own.isBlank() ? standard : own;
    }

    private byte @Nullable [] emblem(@Nullable String location) {
        return location == null || location.isBlank() ? null : emblems.computeIfAbsent(location, this::read);
    }

    private byte[] read(String location) {
        String place = location.contains(":") ? location : "file:" + location;
        try (InputStream in = files.getResource(place).getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("desk.letters.offices: emblem " + location, e);
        }
    }
}
