package id.deskpemilu.election.imports;

import java.util.List;

/** The files cannot be imported; nothing was changed. */
public class ImportInvalid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<ImportError> errors;

    ImportInvalid(List<ImportError> errors) {
        super(errors.size() + " errors in the files of an import");
        this.errors = List.copyOf(errors);
    }

    /** Everything that is wrong, by file and line. */
    public List<ImportError> errors() {
        return errors;
    }
}
