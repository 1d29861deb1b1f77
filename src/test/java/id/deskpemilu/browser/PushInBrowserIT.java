package id.deskpemilu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.election.ContestType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;

/** The permission to push, in a browser that no push service reaches. */
class PushInBrowserIT extends Browser {

    private static final By ALLOW = By.cssSelector("[data-push-allow]");

    @AfterEach
    void nothing_stays_allowed() {
        cdp("Browser.resetPermissions", Map.of());
        script("navigator.serviceWorker.getRegistrations().then(all => all.forEach(one => one.unregister()))");
    }

    private void permission(String setting) {
        cdp(
                "Browser.setPermission",
                Map.of("permission", Map.of("name", "notifications"), "setting", setting, "origin", address()));
    }

    private void an_operator() {
        TestElection election = testElections.running(ContestType.BUPATI, 1);
        testElections.staff(election);
        as("operator.melati", Screen.PHONE);
    }

    @Test
    void the_page_asks_says_what_failed_and_leaves_the_button() {
        an_operator();
        permission("granted");
        open("/me");
        assertThat(appears(ALLOW).getText()).isEqualTo("Nyalakan pemberitahuan");
        assertThat(text("#push")).contains("tidak memberi tahu").doesNotContain("tidak dapat dihubungkan");
        picture("me-push", Screen.PHONE);
        press(ALLOW);
        appears(By.cssSelector("p[data-push-failed]"));
        assertThat(find(ALLOW).isDisplayed()).isTrue();
        assertThat(find(By.cssSelector("[data-push-stop]")).isDisplayed()).isFalse();
        picture("me-push-failed", Screen.PHONE);
        no_complaints();
    }

    @Test
    void a_person_who_said_no_is_told_where_to_change_that() {
        an_operator();
        permission("denied");
        open("/me");
        assertThat(appears(By.cssSelector("p[data-push-denied]")).getText()).contains("diblokir");
        assertThat(find(ALLOW).isDisplayed()).isFalse();
        withoutJavaScript();
        open("/me");
        assertThat(find(By.id("push")).isDisplayed())
                .as("a browser cannot ask without JavaScript")
                .isFalse();
        assertThat(page()).contains("Bahasa");
    }

    @Test
    void what_is_pushed_is_shown_with_its_words_and_its_link() {
        an_operator();
        permission("granted");
        open("/me");
        press(appearing());
        appears(By.cssSelector("p[data-push-failed]")); // the script is there, though no service is
        String data = "{\"title\":\"SIMULASI – Belum lapor\",\"text\":\"3 TPS\",\"link\":\"/tasks\",\"tag\":\"t:1\"}";
        waiting().until(page -> {
            deliver(data);
            return !shown().isEmpty();
        });
        assertThat(shown()).contains("SIMULASI – Belum lapor|3 TPS|t:1|/tasks");
        no_complaints();
    }

    private By appearing() {
        appears(ALLOW);
        return ALLOW;
    }

    /** The browser numbers its service workers and does not say how: the right number takes it, others refuse. */
    private void deliver(String data) {
        cdp("ServiceWorker.enable", Map.of());
        for (int number = 0; number < 8; number++) {
            try {
                cdp(
                        "ServiceWorker.deliverPushMessage",
                        Map.of("origin", address(), "registrationId", String.valueOf(number), "data", data));
            } catch (WebDriverException e) {
                assertThat(e).hasMessageContaining("ServiceWorker.deliverPushMessage");
            }
        }
    }

    @SuppressWarnings("unchecked")
    private List<String> shown() {
        return (List<String>) driver().executeAsyncScript("""
                const done = arguments[0];
                navigator.serviceWorker.getRegistration('/')
                  .then(one => one ? one.getNotifications() : [])
                  .then(all => done(all.map(one => [one.title, one.body, one.tag, one.data.link].join('|'))), () => done([]));
                """);
    }
}
