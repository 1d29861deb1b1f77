package id.deskpemilu.report.evidence;

import id.deskpemilu.RunningDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseStoreIT extends RunningDesk implements PhotoStoreContract {

    @Autowired
    private JdbcClient jdbc;

    @Override
    public PhotoStore store() {
        return new DatabaseStore(jdbc);
    }
}
