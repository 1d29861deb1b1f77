package id.deskpemilu.notification.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushAddressTest {

    private static final List<String> SERVICES =
            List.of("fcm.googleapis.com", "push.services.mozilla.com", "push.apple.com");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://fcm.googleapis.com/fcm/send/abc:def",
                "https://updates.push.services.mozilla.com/wpush/v2/gAAAA",
                "https://web.push.apple.com/QOx",
                "https://FCM.googleapis.com:443/x"
            })
    void a_push_service_is_called(String address) {
        assertThat(PushAddress.of(address, SERVICES)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://fcm.googleapis.com/x",
                "https://fcm.googleapis.com:8443/x",
                "https://fcm.googleapis.com@localhost/x",
                "https://fcm.googleapis.com.evil.example/x",
                "https://evilfcm.googleapis.com/x",
                "https://xfcm.googleapis.com/x",
                "https://127.0.0.1/x",
                "https://[::1]/x",
                "https://localhost/x",
                "https://169.254.169.254/latest/meta-data",
                "https://push.apple.com./x",
                "https://fcm.googleapis.com/x#y",
                "https:///x",
                "file:///etc/passwd",
                "not an address"
            })
    void nothing_else_is(String address) {
        assertThat(PushAddress.of(address, SERVICES)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "240.0.0.1",
                "0.1.2.3",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "::ffff:10.0.0.1"
            })
    void a_name_that_leads_into_the_own_network_is_not_followed(String address) throws Exception {
        assertThat(PushAddress.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"142.250.4.95", "34.107.243.93", "17.188.143.1", "100.128.0.1", "2404:6800:4003::5f"})
    void the_public_internet_is(String address) throws Exception {
        assertThat(PushAddress.isPublic(InetAddress.getByName(address))).isTrue();
    }
}
