package id.deskpemilu.bench;

import id.deskpemilu.recap.Recount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A Pemilu in one regency in the middle of its night, written straight into the tables: five contests, each with a fifth
 * of the reports; of a hundred reports 40 are awaited, 20 locked, 5 wait for an operator's answer, 6 for a verifier
 * after a correction or a first look, and 29 are approved; one of ten that were sent has a finding.
 */
record ManyReports(String regency, int districts, int villagesEach, int stationsEach) {

    static ManyReports of(int reports) {
        return switch (reports) {
            case 1_000 -> new ManyReports("9701", 5, 8, 5);
            case 50_000 -> new ManyReports("9702", 25, 10, 40);
            default -> throw new IllegalArgumentException("no size " + reports);
        };
    }

    String election() {
        return "ukur-" + regency;
    }

    String district() {
        return regency + "03";
    }

    String village() {
        return district() + "2002";
    }

    void write(JdbcClient jdbc, Recount recount, PlatformTransactionManager transactions) {
        jdbc.sql("insert into desk.region values ('97', 'Provinsi Ukur', 'WIB') on conflict do nothing")
                .update();
        jdbc.sql("insert into desk.region values (?, 'Kabupaten Ukur', 'WIB')")
                .param(regency)
                .update();
        jdbc.sql("""
                        insert into desk.region
                        select ? || to_char(d, 'FM00'), 'Kecamatan ' || d, 'WIB' from generate_series(1, ?) d
                        """).params(regency, districts).update();
        jdbc.sql("""
                        insert into desk.region
                        select ? || to_char(d, 'FM00') || (2000 + v), 'Desa ' || d || '-' || v, 'WIB'
                        from generate_series(1, ?) d, generate_series(1, ?) v
                        """).params(regency, districts, villagesEach).update();
        jdbc.sql("""
                        insert into desk.election (code, name, held_on, phase)
                        values (?, 'Pemilu Ukur', '2024-02-14', 'ACTIVE')
                        """).param(election()).update();
        jdbc.sql("""
                        insert into desk.contest (election_id, type, area, state)
                        select e.id, t, ?, 'OPEN'
                        from desk.election e, unnest(array['PPWP', 'DPR', 'DPD', 'DPRD_PROV', 'DPRD_KAB']) t
                        where e.code = ?
                        """).params(regency, election()).update();
        jdbc.sql("""
                        insert into desk.choice
                        select c.id, n, 'Pilihan ' || n, false
                        from desk.contest c join desk.election e on e.id = c.election_id, generate_series(1, 3) n
                        where e.code = ?
                        """).param(election()).update();
        jdbc.sql("""
                        insert into desk.station (election_id, code, village, dpt_l, dpt_p)
                        select e.id, r.code || to_char(n, 'FM000'), r.code, 130, 135
                        from desk.election e, desk.region r, generate_series(1, ?) n
                        where e.code = ? and r.code like ? and length(r.code) = 10
                        """).params(stationsEach, election(), regency + "%").update();
        jdbc.sql("""
                        insert into desk.report (id, contest_id, station, status, revision, second_look, findings, submitted_by,
                                                 locked_at, first_verifier, approved_by, approved_at)
                        select gen_random_uuid(), contest_id, code, status, case when status = 'AWAITED' then 0 else 1 end, false,
                               case when status <> 'AWAITED' and dice % 10 = 3 then '{H3}'::varchar[] else '{}' end,
                               case when status <> 'AWAITED' then 'operator.ukur' end,
                               case when status <> 'AWAITED' then now() - dice * interval '1 minute' end,
                               case when status in ('CORRECTION_REQUESTED', 'CORRECTION_CONFIRMED', 'RECHECK')
                                    then 'verifikator.ukur' end,
                               case when status = 'APPROVED' then 'verifikator.lain' end,
                               case when status = 'APPROVED' then now() end
                        from (select c.id contest_id, s.code, dice,
                                     case when dice < 40 then 'AWAITED' when dice < 60 then 'LOCKED'
                                          when dice < 65 then 'CORRECTION_REQUESTED' when dice < 68 then 'CORRECTION_CONFIRMED'
                                          when dice < 71 then 'RECHECK' else 'APPROVED' end status
                              from desk.election e
                              join desk.contest c on c.election_id = e.id
                              join desk.station s on s.election_id = e.id
                              cross join lateral (select (hashtext(s.code || c.type) & 65535) % 100 dice) d
                              where e.code = ?) t
                        """).param(election()).update();
        jdbc.sql("""
                        insert into desk.revision
                        select r.id, 1, 'SUBMISSION',
                               '{"pemilih_dpt_l": 130, "pemilih_dpt_p": 135, "pemilih_dpt_j": 265, "pengguna_dpt_l": 100,
                                 "pengguna_dpt_p": 105, "pengguna_dpt_j": 205, "pengguna_dptb_l": 1, "pengguna_dptb_p": 1,
                                 "pengguna_dptb_j": 2, "pengguna_dpk_l": 1, "pengguna_dpk_p": 0, "pengguna_dpk_j": 1,
                                 "pengguna_total_l": 102, "pengguna_total_p": 106, "pengguna_total_j": 208,
                                 "ss_diterima": 271, "ss_digunakan": 208, "ss_rusak": 1, "ss_sisa": 62,
                                 "disabilitas_l": 0, "disabilitas_p": 1, "disabilitas_j": 1,
                                 "suara_sah": 203, "suara_tidak_sah": 5, "suara_total": 208}'::jsonb,
                               '{"1": 90, "2": 80, "3": 33}'::jsonb, '[]'::jsonb, '{}'::jsonb, 'operator.ukur', r.locked_at,
                               repeat('0', 64)
                        from desk.report r where r.station like ? and r.revision = 1
                        """).param(regency + "%").update();
        jdbc.sql("""
                        insert into desk.inbox_item (report_id, election_id, contest_id, station, role, status, since, second_look,
                                                     findings, submitted_by, verified_by)
                        select r.id, c.election_id, c.id, r.station,
                               case when r.status in ('AWAITED', 'CORRECTION_REQUESTED') then 'OPERATOR' else 'VERIFIER' end,
                               r.status, coalesce(r.locked_at, now()), false, r.findings, r.submitted_by,
                               case when r.first_verifier is null then '{}'::varchar[] else array[r.first_verifier] end
                        from desk.report r join desk.contest c on c.id = r.contest_id
                        where r.station like ? and r.status <> 'APPROVED'
                        """).param(regency + "%").update();
        long election = jdbc.sql("select id from desk.election where code = ?")
                .param(election())
                .query(Long.class)
                .single();
        new TransactionTemplate(transactions).executeWithoutResult(status -> recount.rebuild("ukur", election));
        jdbc.sql("""
                        vacuum analyze desk.region, desk.station, desk.report, desk.revision, desk.inbox_item,
                                       desk.recap_part, desk.recap_total, desk.recap_place, desk.recap_delta
                        """).update();
    }

    /** What a report that is just sent appends, twenty times: the board is read while deltas lie unfolded. */
    void send(JdbcClient jdbc) {
        jdbc.sql("""
                        insert into desk.recap_delta (contest_id, ballot, village, measure, amount)
                        select c.id, 1, ?, m, case when n % 2 = 0 then 1 else -1 end
                        from desk.contest c join desk.election e on e.id = c.election_id, generate_series(1, 4) n,
                             unnest(array['reported', 'awaited', 'counted', 'valid', 'invalid', 'registered', 'voted',
                                          'dpt_reported', 'out_votes', 'V1', 'V2', 'V3']) m
                        where e.code = ?
                        """).params(village(), election()).update();
    }
}
