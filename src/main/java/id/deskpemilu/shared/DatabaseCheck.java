package id.deskpemilu.shared;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Tries the database once before the connection pool does: a wrong address or password is told in one sentence that
 * names the setting, at once, instead of by the pool after its own time-out.
 */
@Component
final class DatabaseCheck implements BeanPostProcessor {

    private static final String SECONDS = "10";

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && pool.getJdbcUrl() != null) {
            tryOnce(pool);
        }
        return bean;
    }

    private static void tryOnce(HikariDataSource pool) {
        Properties properties = new Properties();
        properties.setProperty("user", String.valueOf(pool.getUsername()));
        properties.setProperty("password", String.valueOf(pool.getPassword()));
        properties.setProperty("connectTimeout", SECONDS);
        properties.setProperty("loginTimeout", SECONDS);
        try (Connection connection = DriverManager.getConnection(pool.getJdbcUrl(), properties)) {
            connection.isValid(1);
        } catch (SQLException e) {
            throw new BadSetting(sentence(e, pool.getJdbcUrl()), e);
        }
    }

    static String sentence(SQLException e, String url) {
        String state = String.valueOf(e.getSQLState());
        // parameters may hold a password
        String address = url.replaceFirst("\\?.*", "");
        return switch (state) {
            case "28P01", "28000" -> "DESK_DB_USER / DESK_DB_PASSWORD ditolak oleh / are refused by " + address;
            case "3D000" -> "DESK_DB_URL: basis data ini tidak ada / this database does not exist: " + address;
            case "57P03" ->
                "DESK_DB_URL: basis data belum siap, coba lagi / the database is still starting, try again: " + address;
            case "53300" -> "DESK_DB_URL: basis data penuh / has no connection left: " + address;
            default ->
                state.startsWith("08")
                        ? "DESK_DB_URL: basis data tidak terjangkau / the database cannot be reached: " + address
                        : "DESK_DB_URL: " + address + " menolak / refuses: " + e.getMessage();
        };
    }
}
