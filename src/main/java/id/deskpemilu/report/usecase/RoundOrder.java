package id.deskpemilu.report.usecase;

import id.deskpemilu.election.Choice;
import id.deskpemilu.election.RoundKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was ordered: who votes or counts again, when and why. It holds what was typed, right or wrong.
 *
 * @param kind why its stations report
 * @param heldOn the day of the voting or counting
 * @param reason by whom and why it was ordered
 * @param stations the codes of the stations named one by one
 * @param regions the codes of regions named with all their stations
 * @param ballot the ballot if it changed; empty if the stations vote on the one they had
 */
public record RoundOrder(
        @Nullable RoundKind kind,
        @Nullable LocalDate heldOn,
        String reason,
        List<String> stations,
        List<String> regions,
        List<Choice> ballot) {}
