# Third-party licences

What the packaged application contains besides its own code, and under which licence. Written by
`mvn -Plicences generate-resources`; a test fails when a library is missing here.

| library | version | licence |
|---|---|---|
<#list dependencyMap as e>
<#assign project = e.getKey()/>
<#assign licenses = e.getValue()/>
| ${project.groupId}:${project.artifactId} | ${project.version} | <#list licenses as license>${license?replace("|", "/")}<#if license_has_next>; </#if></#list> |
</#list>
