package id.deskpemilu.dispatch.sending;

/** By which road a letter reaches its receiver. */
public enum TransferChannel {
    /** The receiver's own Desk Pemilu; it answers with a sealed receipt. */
    DESK,
    /** E-mail with the letter attached. */
    MAIL,
    /** A file on a server of the receiver. */
    SFTP,
    /** Nothing is sent: a person fetches the file, hands it over and says so. */
    DOWNLOAD
}
