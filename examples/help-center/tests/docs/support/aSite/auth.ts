export declare function isTeamMember(request: Request): Promise<boolean>
