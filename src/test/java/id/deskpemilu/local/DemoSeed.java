package id.deskpemilu.local;

import org.springframework.context.ConfigurableApplicationContext;

/** Fills a freshly started local desk with the demo; found by {@link java.util.ServiceLoader}. */
public interface DemoSeed {

    /** Writes what is still missing. Called at every start: what is there already stays as it is. */
    void seed(ConfigurableApplicationContext desk);
}
