package id.deskpemilu.identity.web;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes {@code Actor} an argument of every controller. */
@Configuration(proxyBeanMethods = false)
class ActorConfiguration implements WebMvcConfigurer {

    private final CurrentActor currentActor;

    ActorConfiguration(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(currentActor);
    }
}
