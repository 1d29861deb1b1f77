package id.deskpemilu.dispatch.signature;

import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Seals for tests of what is sealed. */
public final class SealMother {

    private SealMother() {}

    /** A seal with a key of its own, kept in the folder. */
    public static Seal seal(Path folder) throws Exception {
        SignatureSettings settings = settings(folder);
        AgencyKeys keys = keys(settings);
        return new Seal(keys, new SignatureCheck(settings, keys, KeyMother.CLOCK), KeyMother.CLOCK);
    }

    /** A check that believes the agency, whose key is kept in the folder. */
    public static SignatureCheck check(Path folder) throws Exception {
        SignatureSettings settings = settings(folder);
        return new SignatureCheck(settings, keys(settings), KeyMother.CLOCK);
    }

    /** The file, signed by the agency. */
    public static byte[] signed(byte[] pdf) {
        return PdfMother.signed(KeyMother.AGENCY, pdf);
    }

    private static SignatureSettings settings(Path folder) throws Exception {
        return KeyMother.settings(
                new SignatureSettings.Pkcs12(
                        KeyMother.pkcs12(folder, KeyMother.AGENCY, "rahasia").toString(), "rahasia", ""),
                "");
    }

    private static AgencyKeys keys(SignatureSettings settings) {
        return new AgencyKeys(
                settings,
                JdbcClient.create(new SimpleDriverDataSource()),
                KeyMother.CLOCK,
                new DataSourceTransactionManager());
    }
}
