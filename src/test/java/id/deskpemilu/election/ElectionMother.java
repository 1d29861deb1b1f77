package id.deskpemilu.election;

import java.time.LocalDate;

/** Elections for tests. */
public final class ElectionMother {

    public static final LocalDate DAY = LocalDate.of(2024, 11, 27);

    private ElectionMother() {}

    /** An election in the phase. */
    public static Election election(String code, Phase phase) {
        return new Election(code, "Pemilihan Uji", DAY, phase);
    }

    /** Who decides where those stations are. */
    public static Jurisdiction jurisdiction(Stations stations) {
        return new Jurisdiction(stations);
    }
}
