package id.deskpemilu.dispatch.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.Sha256;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a snapshot as JSON and reads it again. Written is always the same: the fields in the order of the records, moments
 * as ISO 8601, no blanks, UTF-8. Read is what strangers may have sent: nothing may be missing, left over, of another type or
 * too large, and the figures have to agree with each other.
 */
@Component
public class SnapshotJson {

    /** Bytes of a snapshot at most: the revisions of a whole province of 120,000 stations in two contests. */
    public static final int LARGEST = 32 * 1024 * 1024;

    private static final int DEEPEST = 10;
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_NUMBER = 20;
    private static final String FORMAT_FIELD = "format";

    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(LARGEST)
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_TEXT)
                            .maxNameLength(LONGEST_NAME)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .build())
            // the order of the records, which is that of all snapshots that were ever written
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .changeDefaultNullHandling(previous -> JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
            .build();

    /** The snapshot with its bytes and their SHA-256; the same snapshot has the same bytes. */
    public Frozen freeze(Snapshot snapshot) {
        try {
            byte[] bytes = json.writeValueAsBytes(snapshot);
            return new Frozen(snapshot, bytes, Sha256.of(bytes));
        } catch (JacksonException e) {
            throw new IllegalStateException("a snapshot that cannot be written", e);
        }
    }

    /**
     * What the bytes say, with the hash of exactly those bytes.
     *
     * @throws Refusal as {@link #read}
     */
    public Frozen thaw(byte[] bytes) {
        return new Frozen(read(bytes), bytes, Sha256.of(bytes));
    }

    /**
     * Reads a snapshot.
     *
     * @throws Refusal {@code SNAPSHOT_UNREADABLE} if it is none or too large, {@code SNAPSHOT_FORMAT_UNKNOWN} if another
     *     version of this program wrote it, {@code SNAPSHOT_INCONSISTENT} if its figures contradict each other
     */
    public Snapshot read(byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw Refusal.invalid("SNAPSHOT_UNREADABLE");
        }
        Snapshot snapshot;
        try {
            requireFormat(bytes);
            snapshot = json.readValue(bytes, Snapshot.class);
        } catch (JacksonException e) {
            throw Refusal.invalid("SNAPSHOT_UNREADABLE");
        }
        if (snapshot == null) {
            throw Refusal.invalid("SNAPSHOT_UNREADABLE");
        }
        Consistency.require(snapshot);
        return snapshot;
    }

    /** Looks before anything else is read: the rest of another format may mean anything. */
    private void requireFormat(byte[] bytes) {
        try (JsonParser parser = json.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw Refusal.invalid("SNAPSHOT_UNREADABLE");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                if (!FORMAT_FIELD.equals(field)) {
                    parser.skipChildren();
                } else if (value != JsonToken.VALUE_NUMBER_INT) {
                    throw Refusal.invalid("SNAPSHOT_UNREADABLE");
                } else if (!parser.getString().equals(Integer.toString(Snapshot.FORMAT))) {
                    throw Refusal.invalid("SNAPSHOT_FORMAT_UNKNOWN", parser.getString());
                } else {
                    return;
                }
            }
            throw Refusal.invalid("SNAPSHOT_UNREADABLE");
        }
    }
}
