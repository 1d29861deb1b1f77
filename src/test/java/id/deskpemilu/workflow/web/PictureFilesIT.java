package id.deskpemilu.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import id.deskpemilu.RunningDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The pictures of the models, as the desk hands them out. */
class PictureFilesIT extends RunningDesk {

    private static final String PICTURE = "/models/tps-report.svg?at=Task_VerifyReport";

    @Autowired
    private WebApplicationContext context;

    private MockMvc desk;

    @BeforeEach
    void a_desk() {
        desk = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    private MockHttpServletResponse ask(String path, String... known) throws Exception {
        var request =
                MockMvcRequestBuilders.get(path).with(user("verifikator.satu").roles("VERIFIER"));
        for (String version : known) {
            request.header("If-None-Match", version);
        }
        return desk.perform(request).andReturn().getResponse();
    }

    @Test
    void a_picture_may_bring_its_own_style_and_nothing_else() throws Exception {
        MockHttpServletResponse answer = ask(PICTURE);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).isEqualTo("image/svg+xml;charset=UTF-8");
        assertThat(answer.getContentAsString()).contains("class=\"task here\"");
        assertThat(answer.getHeaders("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "style-src 'sha256-")
                .doesNotContain("unsafe", "script-src");
    }

    @Test
    void a_picture_that_a_browser_has_is_not_sent_again() throws Exception {
        MockHttpServletResponse first = ask(PICTURE);
        assertThat(first.getHeader("Cache-Control")).isEqualTo("max-age=3600, private");
        MockHttpServletResponse second = ask(PICTURE, first.getHeader("ETag"));
        assertThat(second.getStatus()).isEqualTo(304);
        assertThat(second.getContentAsByteArray()).isEmpty();
        assertThat(ask("/models/tps-report.svg", first.getHeader("ETag")).getStatus())
                .as("with nothing marked it is another picture")
                .isEqualTo(200);
    }

    @Test
    void a_model_that_there_is_not_has_no_picture_and_no_model_is_handed_out_itself() throws Exception {
        for (String path : new String[] {"nothing.svg", "blind-check.svg", "tps-report.bpmn", "blind-check.dmn"}) {
            assertThat(ask("/models/" + path).getStatus()).as(path).isEqualTo(404);
        }
    }

    @Test
    void nobody_sees_a_picture_without_a_sign_in() throws Exception {
        assertThat(desk.perform(MockMvcRequestBuilders.get(PICTURE))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(302);
    }
}
