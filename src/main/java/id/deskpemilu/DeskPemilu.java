package id.deskpemilu;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The election desk of an Indonesian regency: it gathers every TPS result on the evening of the election. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DeskPemilu {

    public static void main(String[] args) {
        SpringApplication.run(DeskPemilu.class, args);
    }
}
