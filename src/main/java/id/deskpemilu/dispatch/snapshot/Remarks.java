package id.deskpemilu.dispatch.snapshot;

import id.deskpemilu.dispatch.snapshot.Snapshot.Change;
import id.deskpemilu.dispatch.snapshot.Snapshot.Correction;
import id.deskpemilu.dispatch.snapshot.Snapshot.Explained;
import id.deskpemilu.election.Choice;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.election.Form;
import id.deskpemilu.election.Forms;
import id.deskpemilu.election.Rounds;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is to be said of single reports that count: figures that were corrected, findings that stand with a reason. */
@Component
class Remarks {

    private static final TypeReference<List<id.deskpemilu.report.Correction.Change>> CHANGES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Forms forms;
    private final Rounds rounds;

    Remarks(JdbcClient jdbc, JsonMapper json, Forms forms, Rounds rounds) {
        this.jdbc = jdbc;
        this.json = json;
        this.forms = forms;
        this.rounds = rounds;
    }

    /** The corrections in force, in the order of the contests and stations. */
    List<Correction> corrections(
            List<Contest> contests, RegionCode region, ElectionClocks.Timeline clock, Names names) {
        Map<String, List<Choice>> ballots = new HashMap<>();
        List<Correction> corrections = new ArrayList<>();
        bound("""
                        select w.place, r.station, r.round, c.changes, c.reason, c.applied_at
                        from unnest(:contests::bigint[]) with ordinality w(id, place)
                        cross join lateral (
                            select id, station, round from desk.report
                            where contest_id = w.id and current and station between :first and :last and revision > 1
                            offset 0) r -- contest by contest, through the index
                        join desk.correction c on c.report_id = r.id and c.state = 'APPLIED'
                        order by w.place, r.station, c.number
                        """, contests, region).query(row -> {
            Contest contest = contests.get(row.getInt("place") - 1);
            StationCode station = new StationCode(row.getString("station"));
            int round = row.getInt("round");
            List<Choice> ballot =
                    ballots.computeIfAbsent(contest.id() + " " + round, any -> rounds.choices(contest, round));
            Form form = forms.of(contest);
            List<Change> changes = changes(row.getString("changes")).stream()
                    .map(change ->
                            new Change(change.field(), label(form, ballot, change.field()), change.from(), change.to()))
                    .toList();
            corrections.add(new Correction(
                    contest.type(),
                    station,
                    names.of(station.village()),
                    names.district(station.village()),
                    changes,
                    row.getString("reason"),
                    clock.shown(
                            row.getObject("applied_at", OffsetDateTime.class).toInstant())));
        });
        return corrections;
    }

    /** The findings of the revisions in force that stand with a reason, in the order of the contests and stations. */
    List<Explained> explained(List<Contest> contests, RegionCode region, Names names) {
        return bound("""
                        select w.place, r.station, f.value ->> 'code' code, f.value ->> 'formula' formula,
                               btrim(x.explanations ->> (f.value ->> 'code')) reason
                        from unnest(:contests::bigint[]) with ordinality w(id, place)
                        cross join lateral (
                            select id, station, revision from desk.report
                            where contest_id = w.id and current and station between :first and :last
                              and cardinality(findings) > 0
                            offset 0) r -- contest by contest, through the index
                        join desk.revision x on x.report_id = r.id and x.number = r.revision
                        cross join lateral jsonb_array_elements(x.findings) with ordinality f(value, nth)
                        where coalesce(btrim(x.explanations ->> (f.value ->> 'code')), '') <> ''
                        order by w.place, r.station, f.nth
                        """, contests, region)
                .query((row, n) -> {
                    StationCode station = new StationCode(row.getString("station"));
                    return new Explained(
                            contests.get(row.getInt("place") - 1).type(),
                            station,
                            names.of(station.village()),
                            names.district(station.village()),
                            row.getString("code"),
                            row.getString("formula"),
                            row.getString("reason"));
                })
                .list();
    }

    private JdbcClient.StatementSpec bound(String sql, List<Contest> contests, RegionCode region) {
        Within within = new Within(region);
        return jdbc.sql(sql)
                .param("contests", contests.stream().map(Contest::id).toArray(Long[]::new))
                .param("first", within.firstStation())
                .param("last", within.lastStation());
    }

    /** Where the field stands on the paper, e.g. {@code I.B.1 Pengguna hak pilih dalam DPT · L} or {@code IV.2 Ani – Budi}. */
    static String label(Form form, List<Choice> ballot, String field) {
        Form.Section section = form.sectionOf(field);
        if (section == null) {
            return field;
        }
        Form.Row row = form.figures().get(field);
        if (row != null) {
            String place = section.number() + "." + row.number() + " " + row.label();
            return row.columns()
                    ? place + " · " + field.substring(field.length() - 1).toUpperCase(Locale.ROOT)
                    : place;
        }
        int number = Form.choiceOf(field).orElseThrow();
        String name = ballot.stream()
                .filter(choice -> choice.number() == number)
                .map(Choice::name)
                .findFirst()
                .orElse("");
        String place = section.number() + "." + number;
        Form.PartyList list = form.list();
        if (list == null) {
            return (place + " " + name).strip();
        }
        OptionalInt candidate = Form.candidateOf(field);
        Form.Line line = candidate.isEmpty()
                ? list.total()
                : candidate.getAsInt() == Form.PARTY_MARK ? list.mark() : list.candidates();
        String nth = line.equals(list.candidates()) ? " " + candidate.orElseThrow() : "";
        return place + "." + line.number() + " " + name + " · " + line.label() + nth;
    }

    private List<id.deskpemilu.report.Correction.Change> changes(String text) {
        try {
            return Objects.requireNonNull(json.readValue(text, CHANGES));
        } catch (JacksonException e) {
            throw new IllegalStateException("a correction that cannot be read", e);
        }
    }
}
