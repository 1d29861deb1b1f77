package id.deskpemilu.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not be there for the engine's public holes to stay shut; see the ADR 0001. */
@ResourceLock(TestEngine.LOCK)
class EngineHardeningTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.camunda.bpm.engine.rest.impl.CamundaRestResources",
                "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration",
                "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration",
                "org.camunda.bpm.admin.impl.web.SetupResource",
                "org.camunda.bpm.webapp.impl.security.auth.AuthenticationFilter",
                "org.camunda.connect.Connectors",
                "org.camunda.spin.Spin",
                "org.codehaus.groovy.jsr223.GroovyScriptEngineFactory",
                "org.openjdk.nashorn.api.scripting.NashornScriptEngineFactory",
                "jdk.nashorn.api.scripting.NashornScriptEngineFactory",
                "com.oracle.truffle.js.scriptengine.GraalJSEngineFactory",
                "org.python.jsr223.PyScriptEngineFactory",
                "org.jruby.embed.jsr223.JRubyEngineFactory"
            })
    void neither_rest_nor_webapp_nor_a_programming_language_is_on_the_class_path(String type) {
        assertThatThrownBy(() -> Class.forName(type)).isInstanceOf(ClassNotFoundException.class);
    }

    /** FEEL, and the expression language of the engine itself; both come with it, neither is a programming language. */
    @Test
    void the_only_script_engines_are_those_of_decision_tables_and_of_the_engine_itself() {
        assertThat(new ScriptEngineManager().getEngineFactories())
                .extracting(factory -> factory.getClass().getName())
                .allMatch(name -> name.startsWith("org.camunda.feel.") || name.endsWith(".JuelScriptEngineFactory"));
    }

    @Test
    void queries_do_not_evaluate_expressions() {
        var configuration = (ProcessEngineConfigurationImpl) TestEngine.engine().getProcessEngineConfiguration();
        assertThat(configuration.isEnableExpressionsInStoredQueries()).isFalse();
        assertThat(configuration.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThatThrownBy(() -> TestEngine.engine()
                        .getTaskService()
                        .createTaskQuery()
                        .dueAfterExpression("${now()}")
                        .list())
                .isInstanceOf(BadUserRequestException.class);
    }
}
