package id.deskpemilu.election;

/**
 * A candidate on the list of a party.
 *
 * @param number the number on the list, from 1
 * @param name the name
 */
public record Candidate(int number, String name) {}
