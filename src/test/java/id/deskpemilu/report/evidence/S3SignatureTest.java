package id.deskpemilu.report.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples that AWS publishes: "Signature Calculations for the Authorization Header", Amazon S3 API Reference. */
class S3SignatureTest {

    private static final Instant AT = Instant.parse("2013-05-24T00:00:00Z");
    private static final String HOST = "examplebucket.s3.amazonaws.com";

    private final S3Signature signature =
            new S3Signature("us-east-1", "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

    @Test
    void an_object_is_got() {
        assertThat(signature
                        .sign(
                                "GET",
                                "/test.txt",
                                Map.of("host", HOST, "range", "bytes=0-9"),
                                Sha256.of(new byte[0]),
                                AT)
                        .get("authorization"))
                .isEqualTo("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                        + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
                        + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    }

    @Test
    void an_object_is_put() {
        assertThat(signature
                        .sign(
                                "PUT",
                                "/test%24file.text",
                                Map.of(
                                        "host",
                                        HOST,
                                        "date",
                                        "Fri, 24 May 2013 00:00:00 GMT",
                                        "x-amz-storage-class",
                                        "REDUCED_REDUNDANCY"),
                                Sha256.of("Welcome to Amazon S3.".getBytes(StandardCharsets.UTF_8)),
                                AT)
                        .get("authorization"))
                .endsWith("Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
    }
}
