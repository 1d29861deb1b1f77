package id.deskpemilu.dispatch.paper.kit;

/**
 * A file inside the file.
 *
 * @param name of the file
 * @param type its media type
 * @param description what it is
 * @param relationship what it is to the document: {@code Data}, {@code Alternative}, {@code Source}
 * @param content its bytes
 */
public record Attachment(String name, String type, String description, String relationship, byte[] content) {}
