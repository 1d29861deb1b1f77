package id.deskpemilu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.DeskPemilu;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The modules use one another only as their {@code package-info} allows, and in no circle. */
class ModularityTest {

    private static final Pattern SENTENCE = Pattern.compile("/\\*\\*\\s*(.*?)\\s*\\*/", Pattern.DOTALL);

    private final ApplicationModules modules = ApplicationModules.of(DeskPemilu.class);

    @Test
    void modules_use_only_what_they_may() {
        modules.verify();
    }

    @Test
    void nothing_but_the_start_depends_on_the_engine_s_module() {
        assertThat(sorted())
                .filteredOn(module -> dependencies(module).contains("workflow"))
                .isEmpty();
    }

    @Test
    void the_diagram_of_the_modules_is_the_one_in_the_documents() throws IOException {
        StringBuilder text = new StringBuilder("""
                <!-- written by ModularityTest -->
                # Modules

                An arrow points from a module to one that it uses. `shared` is open to all and left out of the arrows.

                ```mermaid
                flowchart TD
                """);
        for (ApplicationModule module : sorted()) {
            String name = name(module);
            text.append("  ").append(name).append("[").append(name).append("]\n");
        }
        for (ApplicationModule module : sorted()) {
            for (String used : dependencies(module)) {
                if (!used.equals("shared")) {
                    text.append("  ")
                            .append(name(module))
                            .append(" --> ")
                            .append(used)
                            .append('\n');
                }
            }
        }
        text.append("```\n\n| module | holds | uses |\n|---|---|---|\n");
        for (ApplicationModule module : sorted()) {
            text.append("| `")
                    .append(name(module))
                    .append("` | ")
                    .append(sentence(name(module)))
                    .append(" | ");
            text.append(String.join(", ", dependencies(module))).append(" |\n");
        }
        GeneratedDocument.check("generated/modules.md", text.toString());
    }

    private List<ApplicationModule> sorted() {
        return modules.stream()
                .sorted(java.util.Comparator.comparing(ModularityTest::name))
                .toList();
    }

    private List<String> dependencies(ApplicationModule module) {
        return module.getDirectDependencies(modules)
                .uniqueModules()
                .map(ModularityTest::name)
                .filter(name -> !name.equals(name(module)))
                .distinct()
                .sorted()
                .toList();
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }

    private static String sentence(String module) throws IOException {
        String source = Files.readString(Path.of("src/main/java/id/deskpemilu", module, "package-info.java"));
        Matcher matcher = SENTENCE.matcher(source);
        assertThat(matcher.find()).as("%s says what it is", module).isTrue();
        return matcher.group(1).replaceAll("\\s*\\n\\s*\\*\\s*", " ").replaceAll("\\{@code ([^}]*)}", "`$1`");
    }
}
