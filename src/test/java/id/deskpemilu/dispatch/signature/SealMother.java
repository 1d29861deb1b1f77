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
        SignatureSettings settings = KeyMother.settings(
                new SignatureSettings.Pkcs12(
                        KeyMother.pkcs12(folder, KeyMother.AGENCY, "rahasia").toString(), "rahasia", ""),
                "");
        AgencyKeys keys = new AgencyKeys(
                settings,
                JdbcClient.create(new SimpleDriverDataSource()),
                KeyMother.CLOCK,
                new DataSourceTransactionManager());
        return new Seal(keys, new SignatureCheck(settings, keys, KeyMother.CLOCK), KeyMother.CLOCK);
    }
}
