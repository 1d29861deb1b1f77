package id.deskpemilu.report;

import id.deskpemilu.election.Contest;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.election.Form;
import id.deskpemilu.election.Form.Meaning;
import id.deskpemilu.election.Form.Row;
import id.deskpemilu.election.Forms;
import id.deskpemilu.election.Station;
import id.deskpemilu.election.Stations;
import id.deskpemilu.report.finding.Surroundings;
import id.deskpemilu.report.finding.Surroundings.Neighbour;
import id.deskpemilu.report.finding.Surroundings.Sibling;
import id.deskpemilu.shared.StationCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the desk knows around a form: the master list, the station's other contests, the desa's other stations. */
@Component
class Neighbourhood {

    private static final TypeReference<Map<String, Integer>> FIGURES = new TypeReference<>() {};
    private static final TypeReference<Map<Integer, Integer>> VOTES = new TypeReference<>() {};

    private final Stations stations;
    private final Forms forms;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Neighbourhood(Stations stations, Forms forms, JdbcClient jdbc, JsonMapper json) {
        this.stations = stations;
        this.forms = forms;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Three queries, each by an index; of a neighbour's party lists only the parties' totals are read. */
    Surroundings of(Contest contest, StationCode station) {
        Form form = forms.of(contest);
        Optional<Station> master = stations.find(contest.election().id(), station);
        return new Surroundings(
                contest.type(),
                station.isSpecial(),
                master.map(Station::dptL).orElse(null),
                master.map(Station::dptP).orElse(null),
                siblings(contest, station, form),
                neighbours(contest, station, form));
    }

    private List<Sibling> siblings(Contest contest, StationCode station, Form form) {
        String[] voters = form.sections().stream()
                .filter(section -> section.key() == Form.SectionKey.VOTERS || section.key() == Form.SectionKey.TURNOUT)
                .flatMap(section -> section.rows().stream())
                .flatMap(row -> row.fields().stream())
                .toArray(String[]::new);
        return jdbc.sql("""
                        select c.type, (select jsonb_object_agg(f.key, f.value) from jsonb_each(x.figures) f
                                        where f.key = any (?)) figures
                        from desk.report r
                        join desk.contest c on c.id = r.contest_id
                        join desk.revision x on x.report_id = r.id and x.number = r.revision
                        where r.station = ? and r.current and c.election_id = ? and c.id <> ?
                        order by c.type
                        """)
                .params(voters, station.digits(), contest.election().id(), contest.id())
                .query((row, n) -> new Sibling(
                        ContestType.valueOf(row.getString("type")),
                        new Tally(read(row.getString("figures"), FIGURES), Map.of())))
                .list();
    }

    private List<Neighbour> neighbours(Contest contest, StationCode station, Form form) {
        String[] totals = Stream.of(
                        Meaning.REGISTERED, Meaning.VOTED_TOTAL, Meaning.VALID, Meaning.INVALID, Meaning.CAST)
                .map(form::row)
                .flatMap(Optional::stream)
                .map(Row::total)
                .toArray(String[]::new);
        return jdbc.sql("""
                        select r.station, x.votes, (select jsonb_object_agg(f.key, f.value) from jsonb_each(x.figures) f
                                                    where f.key = any (?)) figures
                        from desk.report r
                        join desk.revision x on x.report_id = r.id and x.number = r.revision
                        where r.contest_id = ? and r.current and r.station like ? and r.station <> ?
                        order by r.station
                        """)
                .params(totals, contest.id(), station.village().digits() + "%", station.digits())
                .query((row, n) -> new Neighbour(
                        new StationCode(row.getString("station")),
                        new Tally(read(row.getString("figures"), FIGURES), read(row.getString("votes"), VOTES))))
                .list();
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JacksonException e) {
            throw new IllegalStateException("figures that are no figures", e);
        }
    }
}
