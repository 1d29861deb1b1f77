package id.deskpemilu.conversation.web;

import id.deskpemilu.shared.web.Paging;
import java.util.List;

/**
 * The broadcasts that were sent to the reader's regions, the newest first.
 *
 * @param sends whether the reader may write one
 */
public record BroadcastsPage(List<BroadcastLine> lines, Paging paging, boolean sends) {}
