package id.deskpemilu.report.usecase;

import id.deskpemilu.election.RoundKind;
import id.deskpemilu.shared.StationCode;
import java.time.LocalDate;
import java.util.List;

/**
 * What an order comes to once it is checked.
 *
 * @param kind why the stations report
 * @param heldOn the day of the voting or counting
 * @param reason by whom and why it was ordered
 * @param stations the named stations, in the order of their codes
 * @param reported how many of them have a result that will be superseded
 * @param approved how many of those results are checked to the end
 * @param earlierBallot the round whose ballot is voted on if the order has none
 */
public record RoundPlan(
        RoundKind kind,
        LocalDate heldOn,
        String reason,
        List<StationCode> stations,
        int reported,
        int approved,
        int earlierBallot) {}
