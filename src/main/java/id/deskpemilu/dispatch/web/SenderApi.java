package id.deskpemilu.dispatch.web;

import id.deskpemilu.dispatch.receiving.Sender;
import id.deskpemilu.dispatch.usecase.ListSenders;
import id.deskpemilu.dispatch.usecase.RegisterSender;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Senders of letters in the API. */
@RestController
@RequestMapping("/api/v1/senders")
@Tag(name = "senders", description = "Pengirim surat dari tingkat di bawah")
class SenderApi {

    private final ListSenders listSenders;
    private final RegisterSender registerSender;

    SenderApi(ListSenders listSenders, RegisterSender registerSender) {
        this.listSenders = listSenders;
        this.registerSender = registerSender;
    }

    /**
     * A sender.
     *
     * @param account the account of its program
     * @param certificate the SHA-256 of the certificate that signs; null: one that leads to a trusted one
     * @param sealCertificate the SHA-256 of the certificate that seals; null: not compared
     */
    record SenderResource(
            String region,
            String name,
            String account,
            @Nullable String certificate,
            @Nullable String sealCertificate) {

        static SenderResource of(Sender sender) {
            return new SenderResource(
                    sender.region().digits(),
                    sender.name(),
                    sender.username(),
                    sender.certificate(),
                    sender.sealCertificate());
        }
    }

    /** What is registered; certificates as PEM or SHA-256. */
    record Registration(
            @Nullable String name,
            @Nullable String account,
            @Nullable String certificate,
            @Nullable String sealCertificate) {}

    @GetMapping
    @Operation(summary = "From whom letters are taken in the own regions")
    List<SenderResource> all(Actor actor) {
        return listSenders.execute(actor).stream().map(SenderResource::of).toList();
    }

    @PutMapping("/{region}")
    @Operation(summary = "Register from whom the letters of a region are taken")
    SenderResource register(
            Actor actor, @PathVariable("region") String region, @RequestBody Registration registration) {
        if (!RegionCode.isValid(region)) {
            throw Refusal.notFound("REGION_UNKNOWN", region);
        }
        return SenderResource.of(registerSender.execute(
                actor,
                RegionCode.of(region),
                text(registration.name()),
                text(registration.account()),
                text(registration.certificate()),
                text(registration.sealCertificate())));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
