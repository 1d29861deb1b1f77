package id.deskpemilu.election;

/** How many stations of a contest have their case already; the cases belong to the reports. */
@FunctionalInterface
public interface CaseCount {

    /** The number of cases of the contest. */
    int of(long contestId);
}
