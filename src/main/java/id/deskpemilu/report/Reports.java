package id.deskpemilu.report;

import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.StationCode;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
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

    @Query("select r from Report r join fetch r.contest where r.contest.id = ?1 and r.station = ?2")
    Optional<Report> find(long contestId, StationCode station);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Report r where r.contest.id = ?1 and r.station = ?2")
    Optional<Report> findForChange(long contestId, StationCode station);

    /**
     * The report of the station, locked until the transaction ends.
     *
     * @throws Refusal {@code REPORT_UNKNOWN}
     */
    default Report lock(long contestId, StationCode station) {
        return findForChange(contestId, station)
                .orElseThrow(() -> Refusal.notFound("REPORT_UNKNOWN", station.digits()));
    }

    /**
     * The report of the station.
     *
     * @throws Refusal {@code REPORT_UNKNOWN}
     */
    default Report get(long contestId, StationCode station) {
        return find(contestId, station).orElseThrow(() -> Refusal.notFound("REPORT_UNKNOWN", station.digits()));
    }
}
