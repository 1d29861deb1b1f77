package id.deskpemilu.board.web;

import id.deskpemilu.board.map.Maps;
import id.deskpemilu.board.map.RegionMap;
import id.deskpemilu.board.usecase.DeleteMap;
import id.deskpemilu.board.usecase.UploadMap;
import id.deskpemilu.board.usecase.UseMap;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.Zone;
import id.deskpemilu.shared.web.Problems;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrator's pages about maps. */
@Controller
@RequestMapping("/admin/maps")
class MapPages {

    private static final String ALL = "/admin/maps";
    private static final String PAGE = "page";
    private static final String NOTICE = "notice";

    private final Maps maps;
    private final Regions regions;
    private final UploadMap uploadMap;
    private final UseMap useMap;
    private final DeleteMap deleteMap;
    private final Problems problems;
    private final MessageSource messages;

    MapPages(
            Maps maps,
            Regions regions,
            UploadMap uploadMap,
            UseMap useMap,
            DeleteMap deleteMap,
            Problems problems,
            MessageSource messages) {
        this.maps = maps;
        this.regions = regions;
        this.uploadMap = uploadMap;
        this.useMap = useMap;
        this.deleteMap = deleteMap;
        this.problems = problems;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView all(Actor actor, Model model) {
        actor.requireAnywhere(Role.ADMIN);
        return new ModelAndView("board/maps", PAGE, list(actor, null, null, (String) model.getAttribute(NOTICE)));
    }

    @PostMapping
    ModelAndView upload(Actor actor, @RequestParam(name = "file", required = false) @Nullable MultipartFile file)
            throws IOException {
        try {
            if (file == null || file.isEmpty()) {
                throw Refusal.invalid("MAP_EMPTY");
            }
            String name = file.getOriginalFilename();
            RegionMap map = uploadMap.execute(actor, name == null ? "" : name, file.getBytes());
            return new ModelAndView("redirect:" + ALL + "/" + map.region() + "?draft=true");
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            ModelAndView view = new ModelAndView(
                    "board/maps",
                    PAGE,
                    list(
                            actor,
                            problems.reason(refusal.code(), refusal.arguments()),
                            problems.next(refusal.code(), refusal.arguments()),
                            null));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
    }

    @GetMapping("/{region}")
    ModelAndView one(
            Actor actor,
            @PathVariable("region") String code,
            @RequestParam(name = "draft", defaultValue = "false") boolean draft,
            Model model) {
        RegionCode region = RegionCode.of(code);
        actor.require(Role.ADMIN, region);
        RegionMap map = (draft ? maps.draft(region) : maps.find(region))
                .orElseThrow(() -> Refusal.notFound("MAP_UNKNOWN", region.dotted()));
        return new ModelAndView("board/maps", PAGE, new MapsPage(List.of(), preview(map, draft), null, null, (String)
                model.getAttribute(NOTICE)));
    }

    @PostMapping("/{region}/use")
    String use(Actor actor, @PathVariable("region") String code, RedirectAttributes redirect, Locale language) {
        RegionCode region = RegionCode.of(code);
        useMap.execute(actor, region);
        notice(redirect, "maps.notice.used", region, language);
        return "redirect:" + ALL + "/" + region;
    }

    @PostMapping("/{region}/deletion")
    String delete(
            Actor actor,
            @PathVariable("region") String code,
            @RequestParam(name = "draft", defaultValue = "false") boolean draft,
            RedirectAttributes redirect,
            Locale language) {
        RegionCode region = RegionCode.of(code);
        deleteMap.execute(actor, region, draft);
        notice(redirect, "maps.notice.deleted", region, language);
        return "redirect:" + ALL;
    }

    private void notice(RedirectAttributes redirect, String key, RegionCode region, Locale language) {
        String name = regions.find(region).map(Region::name).orElse(region.dotted());
        redirect.addFlashAttribute(NOTICE, messages.getMessage(key, new Object[] {name}, language));
    }

    private MapsPage list(Actor actor, @Nullable String error, @Nullable String next, @Nullable String notice) {
        return new MapsPage(
                maps.in(actor.scopes(Role.ADMIN)).stream()
                        .map(map -> new MapsPage.Row(
                                map.name(),
                                map.region().dotted(),
                                map.draft(),
                                map.shapes(),
                                map.parts(),
                                map.uploadedAt().atZone(zone(map.region())),
                                ALL + "/" + map.region() + (map.draft() ? "?draft=true" : "")))
                        .toList(),
                null,
                error,
                next,
                notice);
    }

    private MapsPage.Preview preview(RegionMap map, boolean draft) {
        Map<RegionCode, Region> parts =
                regions.below(map.region()).stream().collect(Collectors.toMap(Region::code, Function.identity()));
        List<RegionCode> drawn =
                map.shapes().stream().map(RegionMap.Shape::region).toList();
        return new MapsPage.Preview(
                ALL + "/" + map.region(),
                regions.find(map.region()).map(Region::name).orElse(""),
                map.region().dotted(),
                draft,
                map.file(),
                map.uploadedBy(),
                map.uploadedAt().atZone(zone(map.region())),
                map.height(),
                map.shapes().stream()
                        .map(shape -> new MapsPage.Shape(
                                parts.containsKey(shape.region())
                                        ? parts.get(shape.region()).name()
                                        : "",
                                shape.region().dotted(),
                                shape.path(),
                                shape.x(),
                                shape.y()))
                        .toList(),
                parts.values().stream()
                        .filter(part -> !drawn.contains(part.code()))
                        .map(Region::name)
                        .sorted()
                        .toList(),
                map.weight());
    }

    private java.time.ZoneId zone(RegionCode region) {
        return regions.find(region).map(Region::zone).orElse(Zone.WIB).id();
    }
}
