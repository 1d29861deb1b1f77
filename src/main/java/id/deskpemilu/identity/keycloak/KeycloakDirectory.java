package id.deskpemilu.identity.keycloak;

import id.deskpemilu.identity.AccountDirectory;
import id.deskpemilu.identity.Role;
import id.deskpemilu.identity.TemporaryPassword;
import id.deskpemilu.shared.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * The accounts in Keycloak. They are created one by one, a few at a time: a partial import would ask for the right to
 * change the whole realm, and would not be quicker, for nearly all the time goes into hashing the passwords.
 */
@Component
class KeycloakDirectory implements AccountDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakDirectory.class);
    private static final int AT_A_TIME = 4;
    private static final String CHANGE_PASSWORD = "UPDATE_PASSWORD";
    private static final String REALM_ADMINISTRATION = "realm-management";

    private final AdminApi api;

    KeycloakDirectory(KeycloakProperties properties) {
        this.api = new AdminApi(properties);
    }

    @Override
    public Provision provide(List<Person> people, IntConsumer progress) {
        var work = new Work();
        if (people.isEmpty()) {
            return work;
        }
        try {
            work.run(people, progress);
            return work;
        } catch (RestClientException failure) {
            work.undo();
            throw unavailable(failure);
        } catch (RuntimeException | Error failure) {
            work.undo();
            throw failure;
        }
    }

    @Override
    public TemporaryPassword renewPassword(String username) {
        try {
            AdminApi.User user = api.find(username).orElseThrow(() -> Refusal.notFound("ACCOUNT_UNKNOWN", username));
            if (api.mappings(user.id()).clients().contains(REALM_ADMINISTRATION)) {
                throw Refusal.forbidden("ACCOUNT_PROTECTED", username);
            }
            TemporaryPassword password = TemporaryPassword.forAccount(username);
            api.setPassword(user.id(), password.password());
            return password;
        } catch (RestClientException failure) {
            throw unavailable(failure);
        }
    }

    private static Refusal unavailable(RestClientException failure) {
        LOG.warn("Keycloak did not do what it was asked: {}", failure.getMessage());
        Refusal refusal = Refusal.unavailable("DIRECTORY_UNAVAILABLE");
        refusal.initCause(failure);
        return refusal;
    }

    /** One call of {@link #provide}, and what has to be undone if it goes wrong. */
    private final class Work implements Provision {

        private final Map<Role, AdminApi.RealmRole> roles = new EnumMap<>(Role.class);
        private final Map<Role, Set<String>> members = new EnumMap<>(Role.class);
        private final ConcurrentLinkedQueue<String> createdIds = new ConcurrentLinkedQueue<>();
        private final ConcurrentLinkedQueue<Granted> granted = new ConcurrentLinkedQueue<>();
        private final ConcurrentLinkedQueue<TemporaryPassword> passwords = new ConcurrentLinkedQueue<>();

        private record Granted(String userId, List<AdminApi.RealmRole> roles) {}

        void run(List<Person> people, IntConsumer progress) {
            people.stream()
                    .flatMap(person -> person.roles().stream())
                    .distinct()
                    .forEach(role -> {
                        roles.put(role, api.role(role.realmName()));
                        members.put(role, api.members(role.realmName()));
                    });
            var threads =
                    new ThreadPoolExecutor(AT_A_TIME, AT_A_TIME, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
            try {
                var results = new ExecutorCompletionService<@Nullable Void>(threads);
                for (Person person : people) {
                    results.submit(() -> provide(person), null);
                }
                for (int done = 1; done <= people.size(); done++) {
                    results.take().get();
                    progress.accept(done);
                }
            } catch (ExecutionException failure) {
                throw failure.getCause() instanceof RuntimeException cause
                        ? cause
                        : new IllegalStateException(failure.getCause());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw Refusal.unavailable("DIRECTORY_UNAVAILABLE");
            } finally {
                stop(threads);
            }
        }

        /** Waits for those under way: what is not finished cannot be undone. */
        private static void stop(ThreadPoolExecutor threads) {
            threads.getQueue().clear();
            threads.shutdown();
            boolean interrupted = Thread.interrupted();
            try {
                if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
                    LOG.warn("Some accounts were still being created when their import was given up");
                }
            } catch (InterruptedException again) {
                interrupted = true;
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        private void provide(Person person) {
            Set<Role> missing = EnumSet.noneOf(Role.class);
            person.roles().stream()
                    .filter(role -> !members.get(role).contains(person.username()))
                    .forEach(missing::add);
            if (missing.isEmpty() && person.known()) {
                return;
            }
            TemporaryPassword password = TemporaryPassword.forAccount(person.username());
            Optional<AdminApi.User> present = api.find(person.username());
            if (present.isEmpty()) {
                String id = api.create(person.username(), person.name(), password.password());
                createdIds.add(id);
                api.grant(id, representations(missing));
                passwords.add(password);
                return;
            }
            AdminApi.User user = present.get();
            boolean renew = !person.known() && isUnused(user, person.roles());
            if (!missing.isEmpty()) {
                api.grant(user.id(), representations(missing));
                granted.add(new Granted(user.id(), representations(missing)));
            }
            if (renew) {
                api.setPassword(user.id(), password.password());
                passwords.add(password);
            }
        }

        /** Whether nobody has logged in with the account yet and it has no more rights than it is to have. */
        private boolean isUnused(AdminApi.User user, Set<Role> wanted) {
            if (!user.actions().contains(CHANGE_PASSWORD)) {
                return false;
            }
            AdminApi.Mappings mappings = api.mappings(user.id());
            Set<String> others = Arrays.stream(Role.values())
                    .filter(role -> !wanted.contains(role))
                    .map(Role::realmName)
                    .collect(Collectors.toCollection(HashSet::new));
            others.retainAll(mappings.realm());
            return others.isEmpty() && !mappings.clients().contains(REALM_ADMINISTRATION);
        }

        private List<AdminApi.RealmRole> representations(Set<Role> wanted) {
            return wanted.stream()
                    .map(role -> Objects.requireNonNull(roles.get(role)))
                    .toList();
        }

        @Override
        public List<TemporaryPassword> passwords() {
            return new ArrayList<>(passwords);
        }

        @Override
        public void undo() {
            for (String id; (id = createdIds.poll()) != null; ) {
                attempt("delete the new account", id, api::delete);
            }
            for (Granted grant; (grant = granted.poll()) != null; ) {
                Granted last = grant;
                attempt("take a role back from", last.userId(), id -> api.revoke(id, last.roles()));
            }
            passwords.clear();
        }

        /** What cannot be undone now is said in the log and does not keep the rest from being undone. */
        private void attempt(String what, String id, Consumer<String> action) {
            try {
                action.accept(id);
            } catch (RestClientException failure) {
                LOG.warn("Could not {} {}: {}", what, id, failure.getMessage());
            }
        }
    }
}
