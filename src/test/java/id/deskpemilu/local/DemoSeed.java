package id.deskpemilu.local;

import java.util.function.Consumer;
import org.springframework.context.ConfigurableApplicationContext;

/** Fills a freshly started local desk with the demo; found by {@link java.util.ServiceLoader}. */
public interface DemoSeed {

    /** Writes what is still missing. Called at every start: what is there already stays as it is. */
    void seed(ConfigurableApplicationContext desk);

    /**
     * Lets a whole evening pass in the desk, in minutes, and says what came of it.
     *
     * @param say is told line by line
     */
    void rehearse(ConfigurableApplicationContext desk, Consumer<String> say);
}
