package id.deskpemilu.election.imports;

import id.deskpemilu.election.ContestType;
import id.deskpemilu.identity.Account;
import id.deskpemilu.identity.Contact;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import id.deskpemilu.shared.Zone;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the files with their values understood, and everything that is wrong with the files taken by themselves.
 * Whether they fit what the desk has already is {@link Planning}'s question.
 */
final class Reading {

    static final int LONGEST_NAME = 200;
    static final int LARGEST_DPT = 999;
    static final int LARGEST_BALLOT_NUMBER = 99;

    private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");
    private static final Pattern DAPIL = Pattern.compile("[0-9A-Za-z.-]{1,20}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}<>]");
    private static final Pattern TIME = Pattern.compile("(?<date>[0-9/-]{8,10})(?:[ T](?<time>\\d{2}[:.]\\d{2}))?");
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("dd-MM-uuuu").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT));
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);

    record RegionRow(
            long line,
            RegionCode code,
            String name,
            @Nullable Zone zone) {}

    record StationRow(
            long line,
            StationCode code,
            @Nullable Integer dptL,
            @Nullable Integer dptP) {}

    record BallotRow(long line, ContestType type, RegionCode area, int number, String name) {}

    record DapilRow(long line, ContestType type, String dapil, String name, RegionCode village) {}

    record CandidateRow(long line, ContestType type, String dapil, int party, int number, String name) {}

    /** The lists of one dapil. */
    record ListKey(ContestType type, String dapil) {}

    record OperatorRow(
            long line,
            String username,
            String name,
            @Nullable String phone,
            RegionCode region,
            Role role,
            @Nullable LocalDateTime from,
            @Nullable LocalDateTime until) {}

    record ContactRow(long line, Contact contact) {}

    private final List<ImportError> errors = new ArrayList<>();
    private final List<RegionRow> regions = new ArrayList<>();
    private final List<StationRow> stations = new ArrayList<>();
    private final List<BallotRow> ballots = new ArrayList<>();
    private final List<OperatorRow> operators = new ArrayList<>();
    private final List<ContactRow> contacts = new ArrayList<>();
    private final List<DapilRow> dapil = new ArrayList<>();
    private final List<CandidateRow> candidates = new ArrayList<>();
    private final Set<ContestType> incompleteDapil = new HashSet<>();
    private final Set<ListKey> incompleteLists = new HashSet<>();
    private final Set<RegionCode> namedRegions = new HashSet<>();
    private final Set<ContestType> incompleteBallots = new HashSet<>();
    private final Set<ImportKind> kinds;

    private Reading(Set<ImportKind> kinds) {
        this.kinds = kinds;
    }

    /** Reads the files. */
    static Reading of(ImportFiles files) {
        var reading = new Reading(files.contents().keySet());
        files.contents().forEach((kind, content) -> {
            List<CsvFile.Row> rows = CsvFile.read(kind, content, reading.errors::add);
            var cells = reading.new Cells(kind);
            Map<Object, Long> seen = new HashMap<>();
            for (CsvFile.Row row : rows) {
                cells.at(row);
                switch (kind) {
                    case REGIONS -> reading.region(cells, seen);
                    case STATIONS -> reading.station(cells, seen);
                    case BALLOTS -> reading.ballot(cells, seen);
                    case DAPIL -> reading.dapil(cells, seen);
                    case CANDIDATES -> reading.candidate(cells, seen);
                    case OPERATORS -> reading.operator(cells, seen);
                    case CONTACTS -> reading.contact(cells, seen);
                }
            }
        });
        return reading;
    }

    List<ImportError> errors() {
        return errors;
    }

    List<RegionRow> regions() {
        return regions;
    }

    List<StationRow> stations() {
        return stations;
    }

    List<BallotRow> ballots() {
        return ballots;
    }

    List<DapilRow> dapil() {
        return dapil;
    }

    List<CandidateRow> candidates() {
        return candidates;
    }

    /** The contests of which a row of the dapil file cannot be read. */
    Set<ContestType> incompleteDapil() {
        return incompleteDapil;
    }

    /** The lists of which a row cannot be read. */
    Set<ListKey> incompleteLists() {
        return incompleteLists;
    }

    List<OperatorRow> operators() {
        return operators;
    }

    List<ContactRow> contacts() {
        return contacts;
    }

    Set<ImportKind> kinds() {
        return kinds;
    }

    /** The codes of the regions file, those of rows with another mistake too: their parts are not to blame for it. */
    Set<RegionCode> namedRegions() {
        return namedRegions;
    }

    /** The contests of which a row cannot be read, so that nothing can be said about the ballot as a whole. */
    Set<ContestType> incompleteBallots() {
        return incompleteBallots;
    }

    private void region(Cells cells, Map<Object, Long> seen) {
        RegionCode code = cells.region("kode");
        String name = cells.name("nama", LONGEST_NAME);
        String zoneText = cells.text("zona").toUpperCase(Locale.ROOT);
        Zone zone = null;
        if (!zoneText.isEmpty()) {
            zone = Arrays.stream(Zone.values())
                    .filter(one -> one.name().equals(zoneText))
                    .findFirst()
                    .orElse(null);
            if (zone == null) {
                cells.wrong("zona", "ZONE", zoneText);
            } else if (code != null && code.level() != RegionCode.Level.REGENCY) {
                cells.wrong("zona", "ZONE_LEVEL", zoneText);
            }
        }
        if (code != null) {
            namedRegions.add(code);
            cells.once(seen, code, "kode", code.dotted());
        }
        if (cells.areFine() && code != null && name != null) {
            regions.add(new RegionRow(cells.line(), code, name, zone));
        }
    }

    private void station(Cells cells, Map<Object, Long> seen) {
        StationCode code = null;
        String text = cells.needed("kode");
        if (text != null && !StationCode.isValid(text)) {
            cells.wrong("kode", "STATION_CODE", text);
        } else if (text != null) {
            code = StationCode.of(text);
            if (code.number() == 0) {
                cells.wrong("kode", "STATION_NUMBER", text);
            }
            cells.once(seen, code, "kode", text);
        }
        Integer dptL = cells.number("dpt_l", 0, LARGEST_DPT);
        Integer dptP = cells.number("dpt_p", 0, LARGEST_DPT);
        if (cells.text("dpt_l").isEmpty() != cells.text("dpt_p").isEmpty()) {
            String given = cells.text("dpt_l").isEmpty() ? "dpt_p" : "dpt_l";
            cells.wrong(given.equals("dpt_l") ? "dpt_p" : "dpt_l", "DPT_HALF", "");
        } else if (dptL != null && dptP != null && dptL + dptP > LARGEST_DPT) {
            cells.wrong("dpt_p", "DPT_SUM", Integer.toString(dptL + dptP), Integer.toString(LARGEST_DPT));
        }
        if (cells.areFine() && code != null) {
            stations.add(new StationRow(cells.line(), code, dptL, dptP));
        }
    }

    private void ballot(Cells cells, Map<Object, Long> seen) {
        Optional<ContestType> type = contest(cells);
        RegionCode area = cells.region("wilayah");
        Integer number = cells.needed("nomor") == null ? null : cells.number("nomor", 1, LARGEST_BALLOT_NUMBER);
        String name = cells.name("nama", LONGEST_NAME);
        if (type.isPresent() && area != null && area.level() != type.get().level()) {
            cells.wrong(
                    "wilayah",
                    "AREA_LEVEL",
                    area.dotted(),
                    type.get().slug(),
                    Integer.toString(type.get().level().length()));
        }
        if (type.isPresent() && number != null) {
            cells.once(seen, List.of(type.get(), number), "nomor", type.get().slug() + " " + number);
        }
        if (cells.areFine() && type.isPresent() && area != null && number != null && name != null) {
            ballots.add(new BallotRow(cells.line(), type.get(), area, number, name));
        } else {
            type.ifPresent(incompleteBallots::add);
        }
    }

    private static Optional<ContestType> contest(Cells cells) {
        String slug = cells.needed("jenis");
        if (slug == null) {
            return Optional.empty();
        }
        String plain = slug.toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
        Optional<ContestType> type = Arrays.stream(ContestType.values())
                .filter(one -> one.slug().equals(plain.equals("walikota") ? "bupati" : plain))
                .findFirst();
        if (type.isEmpty()) {
            cells.wrong(
                    "jenis",
                    "CONTEST",
                    slug,
                    Arrays.stream(ContestType.values()).map(ContestType::slug).collect(Collectors.joining(", ")));
        }
        return type;
    }

    private void dapil(Cells cells, Map<Object, Long> seen) {
        Optional<ContestType> type = contest(cells);
        String code = cells.dapil("dapil");
        String name = cells.name("nama", LONGEST_NAME);
        RegionCode village = cells.region("desa");
        if (village != null && village.level() != RegionCode.Level.VILLAGE) {
            cells.wrong("desa", "VILLAGE_CODE", village.dotted());
        }
        if (type.isPresent() && village != null) {
            cells.once(seen, List.of(type.get(), village), "desa", type.get().slug() + " " + village.dotted());
        }
        if (cells.areFine() && type.isPresent() && code != null && name != null && village != null) {
            dapil.add(new DapilRow(cells.line(), type.get(), code, name, village));
        } else {
            type.ifPresent(incompleteDapil::add);
        }
    }

    private void candidate(Cells cells, Map<Object, Long> seen) {
        Optional<ContestType> type = contest(cells);
        String code = cells.dapil("dapil");
        Integer party = cells.needed("partai") == null ? null : cells.number("partai", 1, LARGEST_BALLOT_NUMBER);
        Integer number = cells.needed("nomor") == null ? null : cells.number("nomor", 1, LARGEST_BALLOT_NUMBER);
        String name = cells.name("nama", LONGEST_NAME);
        if (type.isPresent() && code != null && party != null && number != null) {
            cells.once(
                    seen,
                    List.of(type.get(), code, party, number),
                    "nomor",
                    type.get().slug() + " " + code + " " + party + "." + number);
        }
        if (cells.areFine() && type.isPresent() && code != null && party != null && number != null && name != null) {
            candidates.add(new CandidateRow(cells.line(), type.get(), code, party, number, name));
        } else if (type.isPresent() && code != null) {
            incompleteLists.add(new ListKey(type.get(), code));
        }
    }

    private void operator(Cells cells, Map<Object, Long> seen) {
        String username = cells.needed("akun");
        if (username != null) {
            username = Account.canonical(username);
            if (!Account.isUsername(username)) {
                cells.wrong("akun", "USERNAME", username, Integer.toString(Account.LONGEST_USERNAME));
            }
        }
        String name = cells.name("nama", Account.LONGEST_NAME);
        String phone = cells.text("telepon");
        if (!phone.isEmpty() && !Account.isPhone(phone)) {
            cells.wrong("telepon", "PHONE", phone);
        }
        RegionCode region = cells.region("wilayah");
        String roleText = cells.text("peran").toLowerCase(Locale.ROOT);
        Optional<Role> role = roleText.isEmpty() ? Optional.of(Role.OPERATOR) : roleOf(roleText);
        if (role.isEmpty()) {
            cells.wrong(
                    "peran",
                    "ROLE",
                    roleText,
                    Role.OF_PEOPLE.stream().sorted().map(Role::realmName).collect(Collectors.joining(", ")));
        }
        LocalDateTime from = cells.time("mulai", false);
        LocalDateTime until = cells.time("sampai", true);
        if (from != null && until != null && !from.isBefore(until)) {
            cells.wrong("sampai", "PERIOD", cells.text("sampai"), cells.text("mulai"));
        }
        if (username != null && region != null && role.isPresent()) {
            cells.once(
                    seen,
                    List.of(username, region, role.get()),
                    "akun",
                    username + " · " + region.dotted() + " · " + role.get().realmName());
        }
        if (cells.areFine() && username != null && name != null && region != null) {
            operators.add(new OperatorRow(
                    cells.line(),
                    username,
                    name,
                    phone.isEmpty() ? null : phone,
                    region,
                    role.orElseThrow(),
                    from,
                    until));
        }
    }

    private void contact(Cells cells, Map<Object, Long> seen) {
        RegionCode region = cells.region("wilayah");
        String name = cells.name("nama", Account.LONGEST_NAME);
        String position = cells.name("jabatan", Contact.LONGEST_POSITION);
        String phone = cells.needed("telepon");
        if (phone != null && !Account.isPhone(phone)) {
            cells.wrong("telepon", "PHONE", phone);
        }
        Integer place = cells.number("urutan", 1, Contact.LARGEST_PLACE);
        if (cells.areFine() && region != null && name != null && position != null && phone != null) {
            Contact contact = new Contact(region, name, position, phone, place);
            cells.once(seen, List.of(region, contact.number()), "telepon", region.dotted() + " " + phone);
            if (cells.areFine()) {
                contacts.add(new ContactRow(cells.line(), contact));
            }
        }
    }

    private static Optional<Role> roleOf(String text) {
        return switch (text) {
            case "verifikator" -> Optional.of(Role.VERIFIER);
            case "koordinator" -> Optional.of(Role.COORDINATOR);
            case "pengawas", "penyelia" -> Optional.of(Role.SUPERVISOR);
            default -> Role.ofRealmName(text).filter(Role.OF_PEOPLE::contains);
        };
    }

    /** The cells of one row after the other, and whether anything was wrong with the row. */
    private final class Cells {

        private final ImportKind kind;
        private CsvFile.Row row = new CsvFile.Row(0, Map.of());
        private boolean fine;

        Cells(ImportKind kind) {
            this.kind = kind;
        }

        void at(CsvFile.Row next) {
            row = next;
            fine = true;
        }

        long line() {
            return row.line();
        }

        boolean areFine() {
            return fine;
        }

        String text(String column) {
            return row.get(column);
        }

        void wrong(String column, String code, String... arguments) {
            fine = false;
            String[] quoted = arguments.clone();
            quoted[0] = Texts.shortened(quoted[0]);
            errors.add(ImportError.of(kind, row.line(), column, code, quoted));
        }

        @Nullable
        String needed(String column) {
            String text = text(column);
            if (text.isEmpty()) {
                wrong(column, "REQUIRED", "");
                return null;
            }
            return text;
        }

        @Nullable
        String name(String column, int longest) {
            String text = needed(column);
            if (text == null) {
                return null;
            }
            if (text.length() > longest) {
                wrong(column, "TOO_LONG", text, Integer.toString(longest));
            }
            if (CONTROL.matcher(text).find()) {
                wrong(column, "CHARACTERS", text);
            }
            return text;
        }

        @Nullable
        RegionCode region(String column) {
            String text = needed(column);
            if (text == null) {
                return null;
            }
            if (!RegionCode.isValid(text)) {
                wrong(column, "REGION_CODE", text);
                return null;
            }
            return RegionCode.of(text);
        }

        @Nullable
        String dapil(String column) {
            String text = needed(column);
            if (text != null && !DAPIL.matcher(text).matches()) {
                wrong(column, "DAPIL_CODE", text);
                return null;
            }
            return text;
        }

        @Nullable
        Integer number(String column, int least, int largest) {
            String text = text(column);
            if (text.isEmpty()) {
                return null;
            }
            int number = DIGITS.matcher(text).matches() ? Integer.parseInt(text) : -1;
            if (number < least || number > largest) {
                wrong(column, "NUMBER", text, Integer.toString(least), Integer.toString(largest));
                return null;
            }
            return number;
        }

        /** A date with or without an hour; without one it means the first moment of the day, or the end of it. */
        @Nullable
        LocalDateTime time(String column, boolean isEnd) {
            String text = text(column);
            if (text.isEmpty()) {
                return null;
            }
            var parts = TIME.matcher(text);
            LocalDate day = parts.matches() ? date(parts.group("date")) : null;
            if (day != null) {
                String hour = parts.group("time");
                if (hour == null) {
                    return isEnd ? day.plusDays(1).atStartOfDay() : day.atStartOfDay();
                }
                try {
                    return day.atTime(java.time.LocalTime.parse(hour.replace('.', ':'), HOUR));
                } catch (DateTimeException noSuchHour) {
                    // told below
                }
            }
            wrong(column, "TIME", text);
            return null;
        }

        private @Nullable LocalDate date(String text) {
            for (DateTimeFormatter format : DATES) {
                try {
                    return LocalDate.parse(text, format);
                } catch (DateTimeException another) {
                    // the next spelling
                }
            }
            return null;
        }

        void once(Map<Object, Long> seen, Object key, String column, String text) {
            Long before = seen.putIfAbsent(key, row.line());
            if (before != null) {
                wrong(column, "DUPLICATE", text, Long.toString(before));
            }
        }
    }
}
