package id.deskpemilu;

import id.deskpemilu.local.ServerKeeper;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Lets the servers come up while the unit tests run, when all tests are run: the integration tests that follow find them
 * ready. Whoever runs a single test waits only for what that test needs.
 */
public final class EarlyServers implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty("test") == null && System.getProperty("it.test") == null) {
            ServerKeeper.startEarly();
        }
    }
}
