package id.deskpemilu.report;

import id.deskpemilu.election.ContestType;
import id.deskpemilu.election.Form;
import id.deskpemilu.election.Forms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** The forms of {@code forms.yaml}, without the rest of the application. */
public final class FormMother {

    private static final Forms FORMS = load();

    private FormMother() {}

    public static Forms forms() {
        return FORMS;
    }

    /** The whole form of a Pemilu. */
    public static Form pemilu() {
        return FORMS.whole(ContestType.PPWP);
    }

    /** The whole form of a Pilkada. */
    public static Form pilkada() {
        return FORMS.whole(ContestType.BUPATI);
    }

    private static Forms load() {
        try {
            List<PropertySource<?>> sources =
                    new YamlPropertySourceLoader().load("forms", new ClassPathResource("forms.yaml"));
            return new Binder(ConfigurationPropertySources.from(sources))
                    .bind("desk-forms", Forms.class)
                    .get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
