package id.deskpemilu.identity.web;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Contact;
import id.deskpemilu.identity.Contacts;
import id.deskpemilu.identity.RegionTree;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Contact persons in the API: for those who may see the region, and for nobody else. */
@RestController
@RequestMapping("/api/v1/regions/{region}/contacts")
@Tag(name = "contacts", description = "Narahubung wilayah")
class ContactApi {

    private final Contacts contacts;
    private final RegionTree regions;

    ContactApi(Contacts contacts, RegionTree regions) {
        this.contacts = contacts;
        this.regions = regions;
    }

    /**
     * A contact person.
     *
     * @param region for which region; another than asked for if it lies above it
     * @param number the number in digits with its country
     */
    record ContactResource(
            String region,
            String name,
            String position,
            String phone,
            String number,
            @Nullable Integer place) {

        static ContactResource of(Contact contact) {
            return new ContactResource(
                    contact.region().digits(),
                    contact.name(),
                    contact.position(),
                    contact.phone(),
                    contact.number(),
                    contact.place());
        }
    }

    @GetMapping
    @Operation(summary = "Whom to call for the region: its own contacts first, then those of the regions above it")
    List<ContactResource> read(Actor actor, @PathVariable("region") String code) {
        if (!RegionCode.isValid(code)) {
            throw Refusal.notFound("REGION_UNKNOWN", code);
        }
        RegionCode region = RegionCode.of(code);
        if (!actor.maySee(region)) {
            throw Refusal.forbidden("REGION_FOREIGN", region.dotted());
        }
        if (regions.find(region).isEmpty()) {
            throw Refusal.notFound("REGION_UNKNOWN", region.dotted());
        }
        return contacts.of(region).stream().map(ContactResource::of).toList();
    }
}
