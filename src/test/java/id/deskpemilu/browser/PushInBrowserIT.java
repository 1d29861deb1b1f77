package id.deskpemilu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.election.ContestType;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** The permission to push, on the page of a person. */
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
    void the_page_of_a_person_offers_to_notify_on_this_device() {
        an_operator();
        permission("granted");
        open("/me");
        assertThat(appears(ALLOW).getText()).isEqualTo("Nyalakan pemberitahuan");
        assertThat(text("#push")).contains("tidak memberi tahu").doesNotContain("tidak dapat dihubungkan");
        picture("me-push", Screen.PHONE);
        assertThat(find(By.cssSelector("[data-push-stop]")).isDisplayed()).isFalse();
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
}
