package id.deskpemilu.report;

import id.deskpemilu.shared.StationCode;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.data.domain.AbstractAggregateRoot;

/** Reports without a database: with every change their version grows and what has happened to them is published. */
public final class ReportsInMemory implements Reports {

    private final Map<ReportId, Report> reports = new LinkedHashMap<>();
    private final List<Report> saved = new ArrayList<>();
    private final List<ReportEvent> events = new ArrayList<>();

    public ReportsInMemory(Report... kept) {
        for (Report report : kept) {
            take(report);
            drain(report);
        }
    }

    /** Those that were saved since, in their order. */
    public List<Report> saved() {
        return List.copyOf(saved);
    }

    /** What was published since, in its order. */
    public List<ReportEvent> events() {
        return List.copyOf(events);
    }

    /** The names of what was published. */
    public List<String> eventTypes() {
        return events.stream().map(ReportEvent::type).toList();
    }

    /** What has happened to the report and would be published with it. */
    public static List<ReportEvent> unpublished(Report report) {
        return ((Collection<?>) call(report, "domainEvents"))
                .stream().map(ReportEvent.class::cast).toList();
    }

    @Override
    public Report save(Report report) {
        take(report);
        saved.add(report);
        events.addAll(drain(report));
        return report;
    }

    @Override
    public List<Report> saveAll(Iterable<Report> all) {
        return StreamSupport.stream(all.spliterator(), false).map(this::save).toList();
    }

    @Override
    public void flush() {
        // there is no plain SQL behind this
    }

    @Override
    public Optional<Report> findById(ReportId id) {
        return Optional.ofNullable(reports.get(id));
    }

    @Override
    public Optional<Report> findByIdForChange(ReportId id) {
        return findById(id);
    }

    @Override
    public Optional<Report> find(long contestId, StationCode station) {
        return of(contestId, station).filter(Report::isCurrent).findFirst();
    }

    @Override
    public Optional<Report> find(long contestId, StationCode station, int round) {
        return of(contestId, station).filter(report -> report.round() == round).findFirst();
    }

    @Override
    public List<Report> all(long contestId, StationCode station) {
        return of(contestId, station)
                .sorted(Comparator.comparing(Report::round))
                .toList();
    }

    @Override
    public Optional<Report> findForChange(long contestId, StationCode station) {
        return find(contestId, station);
    }

    @Override
    public Optional<Report> findForChange(long contestId, StationCode station, int round) {
        return find(contestId, station, round);
    }

    @Override
    public List<Report> findForChange(long contestId, Collection<StationCode> stations) {
        return stations.stream()
                .sorted()
                .flatMap(station -> find(contestId, station).stream())
                .toList();
    }

    private Stream<Report> of(long contestId, StationCode station) {
        return reports.values().stream()
                .filter(report ->
                        report.contest().id() == contestId && report.station().equals(station));
    }

    private void take(Report report) {
        reports.put(report.id(), report);
        try {
            Field version = Report.class.getDeclaredField("version");
            version.setAccessible(true);
            Integer before = (Integer) version.get(report);
            version.set(report, before == null ? 0 : before + 1);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<ReportEvent> drain(Report report) {
        List<ReportEvent> happened = unpublished(report);
        call(report, "clearDomainEvents");
        return happened;
    }

    /** As Spring Data does it. */
    private static Object call(Report report, String name) {
        try {
            Method method = AbstractAggregateRoot.class.getDeclaredMethod(name);
            method.setAccessible(true);
            return method.invoke(report);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
