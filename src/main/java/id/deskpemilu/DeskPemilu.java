package id.deskpemilu;

import id.deskpemilu.dispatch.signature.VerifyCommand;
import id.deskpemilu.election.ImportCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

/** The election desk of an Indonesian regency: it gathers every TPS result on the evening of the election. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DeskPemilu {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(ImportCommand.NAME)) {
            System.exit(runImport(List.of(args)));
        }
        if (args.length > 0 && args[0].equals(VerifyCommand.NAME)) {
            System.exit(runVerify(List.of(args)));
        }
        SpringApplication.run(DeskPemilu.class, args);
    }

    /** On any computer with Java: nothing is set, nothing is started, nothing is logged. */
    private static int runVerify(List<String> arguments) {
        LoggingSystem.get(DeskPemilu.class.getClassLoader()).beforeInitialize();
        return new VerifyCommand(utf8(FileDescriptor.out), utf8(FileDescriptor.err), Clock.systemUTC()).run(arguments);
    }

    private static int runImport(List<String> arguments) {
        String[] settings = Stream.concat(arguments.stream(), ImportCommand.SETTINGS.stream())
                .toArray(String[]::new);
        try (ConfigurableApplicationContext desk = SpringApplication.run(DeskPemilu.class, settings)) {
            return desk.getBean(ImportCommand.class).run(arguments, utf8(FileDescriptor.out), utf8(FileDescriptor.err));
        }
    }

    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }
}
