package id.deskpemilu.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import id.deskpemilu.shared.UseCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The conventions of this codebase that a compiler does not check. */
class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("id.deskpemilu");

    private static final Path SOURCES = Path.of("src/main/java/id/deskpemilu");

    private static final ArchRule ONLY_WORKFLOW = noClasses()
            .that()
            .resideOutsideOfPackage("id.deskpemilu.workflow..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    private static final ArchRule CLOCK_ONLY = noClasses()
            .should()
            .callMethodWhere(new DescribedPredicate<JavaCall<?>>("it reads the time past the clock") {
                @Override
                public boolean test(JavaCall<?> call) {
                    String owner = call.getTargetOwner().getName();
                    String name = call.getTarget().getName();
                    boolean now = owner.startsWith("java.time.")
                            && name.equals("now")
                            && call.getTarget().getRawParameterTypes().stream()
                                    .noneMatch(type -> type.isEquivalentTo(Clock.class));
                    return now || owner.equals("java.lang.System") && name.equals("currentTimeMillis");
                }
            });

    /** Breaks two rules, so that a test can see that rules are noticed. */
    private static final class Planted {
        private static final Class<?> ENGINE = org.camunda.bpm.engine.ProcessEngine.class;
        private static final java.time.Instant NOW = java.time.Instant.now();
    }

    @Test
    void a_planted_violation_is_noticed() {
        JavaClasses planted = new ClassFileImporter().importClasses(Planted.class);
        assertThatThrownBy(() -> ONLY_WORKFLOW.check(planted)).hasMessageContaining("Planted");
        assertThatThrownBy(() -> CLOCK_ONLY.check(planted)).hasMessageContaining("Instant.now()");
    }

    @Test
    void this_test_sees_the_application() {
        assertThat(MAIN.size()).isGreaterThan(150);
        assertThat(MAIN).noneMatch(type -> type.getSimpleName().endsWith("Test"));
    }

    @Test
    void only_the_workflow_knows_the_engine() {
        ONLY_WORKFLOW.check(MAIN);
    }

    @Test
    void there_is_one_jackson() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.fasterxml.jackson.core..",
                        "com.fasterxml.jackson.databind..",
                        "com.fasterxml.jackson.datatype..")
                .check(MAIN);
    }

    @Test
    void the_inner_classes_of_the_engine_are_used_in_one_place() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.EngineSettings")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda.bpm.engine.impl..")
                .check(MAIN);
    }

    @Test
    void no_query_of_the_engine_holds_an_expression_or_an_or() {
        noClasses()
                .should()
                .callMethodWhere(
                        new DescribedPredicate<JavaCall<?>>("it is an expression or an or() of an engine query") {
                            @Override
                            public boolean test(JavaCall<?> call) {
                                String name = call.getTarget().getName();
                                return call.getTargetOwner().getPackageName().startsWith("org.camunda")
                                        && call.getTargetOwner().getSimpleName().endsWith("Query")
                                        && (name.endsWith("Expression") || name.equals("or"));
                            }
                        })
                .check(MAIN);
    }

    @Test
    void controllers_are_not_public() {
        classes()
                .that()
                .areMetaAnnotatedWith("org.springframework.stereotype.Controller")
                .or()
                .areMetaAnnotatedWith("org.springframework.web.bind.annotation.ControllerAdvice")
                .should()
                .notBePublic()
                .check(MAIN);
    }

    @Test
    void controllers_keep_no_transaction_and_touch_no_engine_and_no_plain_sql() {
        noClasses()
                .that()
                .areMetaAnnotatedWith("org.springframework.stereotype.Controller")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.springframework.transaction..", "org.springframework.jdbc.."))
                .check(MAIN);
    }

    @Test
    void nothing_is_injected_into_fields() {
        for (String annotation : List.of(
                "org.springframework.beans.factory.annotation.Autowired",
                "org.springframework.beans.factory.annotation.Value",
                "jakarta.annotation.Resource",
                "jakarta.inject.Inject",
                "jakarta.persistence.PersistenceContext")) {
            noFields().should().beAnnotatedWith(annotation).check(MAIN);
        }
    }

    @Test
    void classes_are_named_after_the_domain() {
        noClasses()
                .should()
                .haveNameMatching(".*(Service|Impl|Dto|DTO|Utils?|Helper|Manager|Entity)(\\$.*)?")
                .check(MAIN);
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..service..", "..impl..", "..dto..", "..util..", "..model..", "..entity..", "..repository..")
                .check(MAIN);
    }

    @Test
    void time_comes_from_the_clock() {
        noClasses()
                .that()
                .haveNameNotMatching(
                        ".*\\.(Engine(Escalation|Letter)Process|TrustList)") // the engine and PKIX take nothing else
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(Date|Calendar|GregorianCalendar)|java\\.text\\.SimpleDateFormat")
                .check(MAIN);
        CLOCK_ONLY.check(MAIN);
    }

    @Test
    void entities_have_no_setters() {
        classes()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should(new ArchCondition<JavaClass>("have no method that sets one value") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getMethods().stream()
                                .filter(method -> method.getName().matches("set[A-Z].*"))
                                .filter(method -> method.getRawParameterTypes().size() == 1)
                                .forEach(method ->
                                        events.add(SimpleConditionEvent.violated(method, method.getFullName())));
                    }
                })
                .check(MAIN);
    }

    @Test
    void a_use_case_does_one_thing() {
        classes()
                .that()
                .areAnnotatedWith(UseCase.class)
                .should(new ArchCondition<JavaClass>("have execute as their only public method") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        Set<JavaMethod> methods = type.getMethods();
                        List<String> names = methods.stream()
                                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                                .map(JavaMethod::getName)
                                .distinct()
                                .toList();
                        if (!names.equals(List.of("execute"))) {
                            events.add(SimpleConditionEvent.violated(type, type.getName() + " offers " + names));
                        }
                    }
                })
                .andShould()
                .bePublic()
                .andShould()
                .resideInAPackage("..usecase..")
                .check(MAIN);
    }

    @Test
    void the_domain_knows_no_web() {
        noClasses()
                .that(resideInAPackage("id.deskpemilu..")
                        .and(DescribedPredicate.not(resideInAnyPackage(
                                "id.deskpemilu..web..",
                                "id.deskpemilu.portal..",
                                "id.deskpemilu.identity.keycloak.."))))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "id.deskpemilu..web..",
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "jakarta.servlet..",
                        "org.springframework.ui.."))
                .check(MAIN);
    }

    @Test
    void who_acts_is_always_an_argument() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "id.deskpemilu.identity.web..", "id.deskpemilu.shared.web..", "id.deskpemilu.portal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.security..")
                .check(MAIN);
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(UseCase.class)
                .and()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .haveNameNotMatching(
                        ".*\\.(LockReport|EscalateCorrection|EndReopening|PlanNext|FlagUnreported|ChaseOverdue|TellLevel|AnnounceEnd|FreezeLetter|DraftLetter|DispatchLetter|ResendLetter|EscalateReceipt)") // the process does these
                .should(new ArchCondition<JavaMethod>("begin with the actor") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean actor = !method.getRawParameterTypes().isEmpty()
                                && method.getRawParameterTypes()
                                        .get(0)
                                        .getSimpleName()
                                        .equals("Actor");
                        if (!actor) {
                            events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                        }
                    }
                })
                .check(MAIN);
    }

    @Test
    void only_the_command_line_and_a_failed_start_print() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("id.deskpemilu.election.ImportCommand")
                .and()
                .haveNameNotMatching("id\\.deskpemilu\\.(DeskPemilu|shared\\.StartFailureReporter)")
                .should()
                .accessFieldWhere(new DescribedPredicate<JavaAccess<?>>("it is a standard stream") {
                    @Override
                    public boolean test(JavaAccess<?> access) {
                        return access.getTargetOwner().isEquivalentTo(System.class);
                    }
                })
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(MAIN);
    }

    @Test
    void every_package_says_what_it_is() throws IOException {
        try (Stream<Path> folders = Files.walk(SOURCES)) {
            List<Path> silent = folders.filter(Files::isDirectory)
                    .filter(folder -> !folder.equals(SOURCES))
                    .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                    .toList();
            assertThat(silent).isEmpty();
        }
    }
}
