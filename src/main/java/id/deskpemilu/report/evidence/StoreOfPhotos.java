package id.deskpemilu.report.evidence;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Chooses the store that the settings name. */
@Configuration(proxyBeanMethods = false)
class StoreOfPhotos {

    @Bean
    PhotoStore photoStore(PhotoSettings settings, JdbcClient jdbc, Clock clock) {
        return switch (settings.store()) {
            case DATABASE -> new DatabaseStore(jdbc);
            case FOLDER -> new FolderStore(Path.of(settings.folder()));
            case S3 -> new S3Store(settings.s3(), clock);
        };
    }
}
