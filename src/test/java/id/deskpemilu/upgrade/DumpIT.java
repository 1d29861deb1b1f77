package id.deskpemilu.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.TestElections;
import id.deskpemilu.local.LocalServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The recipe of a dump: runs only when a version is to be kept, see the package. */
@EnabledIfSystemProperty(named = DumpIT.VERSION, matches = "[0-9a-z.-]+")
class DumpIT {

    static final String VERSION = "dump";

    private static final String DATABASE = "upgrade_dump";
    private static final int LARGEST = 700 * 1024;

    @Test
    void a_desk_with_a_case_in_every_step_is_written_down() throws SQLException, IOException {
        try (Desk desk = Desk.on(LocalServers.anotherDatabase(DATABASE), TestElections.class)) {
            new OpenCases(desk).make();
            assertThat(WaitingSteps.missing(desk, WaitingSteps.PRESENT))
                    .as("steps in which no case waits")
                    .isEmpty();
        }
        Path file = Dump.file(System.getProperty(VERSION));
        Files.createDirectories(Dump.FOLDER);
        try (Connection connection = LocalServers.superuser(DATABASE)) {
            Dump.write(connection, file);
        }
        assertThat(Files.size(file)).isLessThan(LARGEST);
    }
}
