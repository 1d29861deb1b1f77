package id.deskpemilu.report;

import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.StationCode;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All reports. */
public interface Reports extends Repository<Report, ReportId> {

    Report save(Report report);

    List<Report> saveAll(Iterable<Report> reports);

    /** Writes what was saved so far, for what follows in plain SQL. */
    void flush();

    Optional<Report> findById(ReportId id);

    /** The report, locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Report r where r.id = ?1")
    Optional<Report> findByIdForChange(ReportId id);

    /** The report that counts for the station. */
    @Query(
            "select r from Report r join fetch r.contest where r.contest.id = ?1 and r.station = ?2 and r.current = true")
    Optional<Report> find(long contestId, StationCode station);

    /** The report of the station in a round, superseded or not. */
    @Query("select r from Report r join fetch r.contest where r.contest.id = ?1 and r.station = ?2 and r.round = ?3")
    Optional<Report> find(long contestId, StationCode station, int round);

    /** The reports of the station in all rounds, the first one first. */
    @Query("select r from Report r where r.contest.id = ?1 and r.station = ?2 order by r.round")
    List<Report> all(long contestId, StationCode station);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Report r where r.contest.id = ?1 and r.station = ?2 and r.current = true")
    Optional<Report> findForChange(long contestId, StationCode station);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Report r where r.contest.id = ?1 and r.station = ?2 and r.round = ?3")
    Optional<Report> findForChange(long contestId, StationCode station, int round);

    /** The reports that count for the stations, locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Report r where r.contest.id = ?1 and r.station in ?2 and r.current = true order by r.station")
    List<Report> findForChange(long contestId, Collection<StationCode> stations);

    /**
     * The report that counts for the station.
     *
     * @throws Refusal {@code REPORT_UNKNOWN}
     */
    default Report get(long contestId, StationCode station) {
        return get(contestId, station, null);
    }

    /**
     * The report of the station, locked until the transaction ends.
     *
     * @param round the round that is meant; null: the report that counts
     * @throws Refusal {@code REPORT_UNKNOWN}, {@code ROUND_UNKNOWN}
     */
    default Report lock(long contestId, StationCode station, @Nullable Integer round) {
        return (round == null
                        ? findForChange(contestId, station)
                                // a round was opened while we waited for the lock: its report counts now
                                .or(() -> findForChange(contestId, station))
                        : findForChange(contestId, station, round))
                .orElseThrow(() -> unknown(station, round));
    }

    /**
     * The report of the station.
     *
     * @param round the round that is meant; null: the report that counts
     * @throws Refusal {@code REPORT_UNKNOWN}, {@code ROUND_UNKNOWN}
     */
    default Report get(long contestId, StationCode station, @Nullable Integer round) {
        return (round == null ? find(contestId, station) : find(contestId, station, round))
                .orElseThrow(() -> unknown(station, round));
    }

    private static Refusal unknown(StationCode station, @Nullable Integer round) {
        return round == null
                ? Refusal.notFound("REPORT_UNKNOWN", station.digits())
                : Refusal.notFound("ROUND_UNKNOWN", round);
    }
}
