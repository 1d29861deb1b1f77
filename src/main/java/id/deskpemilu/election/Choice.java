package id.deskpemilu.election;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * A numbered choice on the ballot.
 *
 * @param number its number on the ballot, from 1
 * @param name the names of the paslon, or KOLOM KOSONG
 * @param emptyColumn whether it is the empty column that stands against a single paslon
 */
@Embeddable
public record Choice(
        @Column(name = "number") int number,
        @Column(name = "name") String name,
        @Column(name = "empty_column") boolean emptyColumn) {

    private static final String EMPTY_COLUMN = "KOLOM KOSONG";

    /** A choice as read from a file: the empty column is known by its name. */
    public static Choice of(int number, String name) {
        return new Choice(number, name, EMPTY_COLUMN.equalsIgnoreCase(name.strip()));
    }
}
